package org.xianbao.reply.xlsx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.xianbao.reply.page.PartBroken;

class SplicerTest {
    private static final OutputStream OUT = OutputStream.nullOutputStream();

    private static final String ODD = "<?xml version='1.0'?>\r\n<!-- <a> --><x:a xmlns:x='u'  b = \"1>2\" >"
            + "<![CDATA[<c/>]]]><d e='&amp;\"'/>\t中文<f></f ></x:a>\n<!-- ------->";

    @Test
    void passesOnEveryByteHoweverTheyArrive() throws IOException {
        for (int chunk = 1; chunk < 40; chunk++) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Splicer xml = new Splicer(dribble(ODD, chunk), out);
            int tags = 0;
            while (xml.next()) {
                tags++;
            }
            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(ODD);
            assertThat(tags).isEqualTo(5);
        }
    }

    @Test
    void tellsNamesDepthsAndAttributes() throws IOException {
        Splicer xml = new Splicer(dribble(ODD, 3), new ByteArrayOutputStream());

        assertThat(xml.next()).isTrue();
        assertThat(xml.tag().local()).isEqualTo("a");
        assertThat(xml.tag().prefix()).isEqualTo("x:");
        assertThat(xml.tag().value("b")).isEqualTo("1>2");
        assertThat(xml.tag().value("c")).isNull();
        assertThat(xml.next()).isTrue();
        assertThat(xml.tag().is("d")).isTrue();
        assertThat(xml.tag().starts() && xml.tag().ends()).isTrue();
        assertThat(xml.depth()).isEqualTo(2);
        assertThat(xml.tag().value("e")).isEqualTo("&amp;\"");
        xml.next();
        assertThat(xml.tag().is("f")).isTrue();
        assertThat(xml.depth()).isEqualTo(2);
    }

    @Test
    void changesATagAndNothingElse() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Splicer xml = new Splicer(dribble("<a><c  r='A1' s=\"3\" t='s'/><c/><d s='1' ></d></a>", 2), out);
        while (xml.next()) {
            if (xml.tag().is("c")) {
                xml.replace(xml.tag().with("s", "12"));
            } else if (xml.tag().is("d") && xml.tag().starts()) {
                xml.before("<new/>");
                xml.replace(xml.tag().with("s", null));
            }
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo("<a><c  r='A1' s=\"12\" t='s'/><c s=\"12\"/><new/><d ></d></a>");
    }

    @Test
    void holdsATagLongerThanItsBuffer() throws IOException {
        String text = "<a b='" + "长".repeat(100_000) + "'/>";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Splicer xml = new Splicer(dribble(text, 5000), out);
        assertThat(xml.next()).isTrue();
        assertThat(xml.tag().value("b")).hasSize(100_000);
        assertThat(xml.next()).isFalse();
        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Test
    void refusesADocumentTypeAndAnUnfinishedTag() {
        assertThatThrownBy(() -> new Splicer(dribble("<!DOCTYPE a []><a/>", 4), OUT).next())
                .isInstanceOf(PartBroken.class);
        assertThatThrownBy(() -> new Splicer(dribble("<a b='", 4), OUT).next()).isInstanceOf(PartBroken.class);
        assertThatThrownBy(() -> new Splicer(dribble("<", 4), OUT).next()).isInstanceOf(PartBroken.class);
    }

    private static InputStream dribble(String text, int chunk) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(chunk, length));
            }
        };
    }
}
