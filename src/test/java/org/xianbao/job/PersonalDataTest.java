package org.xianbao.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.Pipeline;
import org.xianbao.Receipts;
import org.xianbao.Sent;
import org.xianbao.Workshop;

/** What tells one person from another stays in the store: it is in no table, no view and no log. */
class PersonalDataTest {
    private static final String ID = Sent.id("140222", 7);
    private static final String[] PERSONAL = {
        "欧阳建国",
        "司马2文化",
        "陈没有号",
        "周两次",
        ID,
        ID.substring(0, 17) + (ID.endsWith("1") ? "2" : "1"),
        "140222196013400125",
        "14022219600101001",
        "四十万二二二",
        "13912345678",
        "1391234567",
        "03527712345转8",
        Sent.id("140222", 8),
        "13812345670"
    };

    @Test
    void isNowhereButInTheStore(@TempDir Path directory) throws Exception {
        String rules = Workshop.RETURN.replace(
                "  query:\n",
                "    odd-days: {check: days <> 5, at: person}\n    odd-name: {check: days <> 5, at: name}\n  query:\n");
        try (Pipeline pipeline = Workshop.define(new Pipeline(directory), rules)) {
            String[] form = Workshop.form(
                    Workshop.TIANZHEN,
                    "2018年5月",
                    "欧阳建国|" + PERSONAL[4] + "|" + PERSONAL[9] + "|缝纫|5|10|0.2",
                    "司马2文化|" + PERSONAL[5] + "|" + PERSONAL[10] + "|缝纫|5|10|0.2",
                    "陈没有号|" + PERSONAL[6] + "|" + PERSONAL[11] + "|缝纫|5|10|0.2",
                    "陈没有号|" + PERSONAL[7] + "||缝纫|5|10|0.2",
                    "陈没有号|" + PERSONAL[8] + "||缝纫|5|10|0.2",
                    "周两次|" + PERSONAL[4] + "||缝纫|5|10|0.2",
                    "周两次|" + Sent.id("140222", 9) + "||" + PERSONAL[12] + "|电话" + PERSONAL[13] + "|10|0.2");
            try (Sent sent = new Sent(pipeline.inbox().resolve("broken.xlsx"))) {
                sent.sheet("车间", form).on("2018-06-01");
            }
            // another county's, which is accepted and becomes figures
            form[1] = form[1].replace("天镇县", "金寨县");
            try (Sent sent = new Sent(pipeline.inbox().resolve("sound.xlsx"))) {
                sent.sheet("车间", Stream.of(form).limit(6).map(l -> l.replace("缝纫|5", "缝纫|6")))
                        .on("2018-06-01");
            }

            int code = pipeline.start().waitFor();

            assertThat(code).isEqualTo(1);
            assertThat(pipeline.printed()).contains("1 returns accepted, 0 with queries, 1 sent back");
            assertThat(pipeline.query("select distinct column_name from xianbao.finding where column_name is not null"))
                    .contains("name", "person", "phone");
            assertThat(pipeline.query("select count(*) from published.workshop"))
                    .containsExactly("1");
            String everything = everything(pipeline) + pipeline.printed();
            assertThat(everything).contains("sewing", "reject", "workshop-wages", "13900000000", "报 送 回 执");
            assertThat(everything).doesNotContain(PERSONAL);
        }
    }

    /** All that is in tables and views as text, Batch's included, the logs and the receipts. */
    private static String everything(Pipeline pipeline) throws IOException {
        List<String> all = new ArrayList<>();
        for (String relation : pipeline.query("select format('%I.%I', n.nspname, c.relname) from pg_class c"
                + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v')"
                + " and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')")) {
            all.addAll(pipeline.query("select t::text from " + relation + " t"));
        }
        try (Stream<Path> home = Files.walk(pipeline.home())) {
            for (Path file : home.filter(Files::isRegularFile)
                    .filter(f -> !f.startsWith(pipeline.home().resolve("store")))
                    .toList()) {
                String name = file.getFileName().toString();
                all.add(name);
                if (name.endsWith("回执.xlsx")) {
                    all.add(Receipts.text(file));
                } else if (!name.endsWith(".xlsx")) { // the sender's own workbook goes back with what it holds
                    all.add(Files.readString(file));
                }
            }
        }
        return String.join("\n", all);
    }
}
