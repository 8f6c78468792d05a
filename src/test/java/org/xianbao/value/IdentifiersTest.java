package org.xianbao.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xianbao.cell.CellKind;
import org.xianbao.definition.Column;
import org.xianbao.definition.ColumnType;

class IdentifiersTest {
    private static final Column ID = Recorded.column(ColumnType.CITIZEN_ID);
    /** The example of GB 11643. */
    private static final String PERSON = "11010519491231002X";

    @Test
    void storesHashMaskAreaYearAndSex() throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec("a key for the tests only".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String hash = HexFormat.of().formatHex(mac.doFinal(PERSON.getBytes(StandardCharsets.UTF_8)));

        assertThat(Recorded.text(ID, PERSON).fields).containsExactly(hash, "110105**********2X", "110105", "1949", "女");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 11010519491231002x",
        "TEXT, '　110105 19491231 002X '",
        "TEXT, １１０１０５１９４９１２３１００２Ｘ",
        "TEXT, 110105491231002",
        "NUMBER, 110105491231002",
        "NUMBER, 1.10105491231002E14"
    })
    void knowsAPersonHoweverTheNumberIsSpelled(CellKind kind, String reported) {
        assertThat(Recorded.convert(ID, kind, reported).fields).isEqualTo(Recorded.text(ID, PERSON).fields);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 110105194912310021, id-checksum",
        "TEXT, 110105194902300025, id-birth",
        "TEXT, 11010519491231002, not-an-id",
        "TEXT, 110105194912310O2X, not-an-id",
        "TEXT, 1.40222E+17, digits-lost",
        "NUMBER, 1.40222E17, digits-lost",
        "NUMBER, 140222000000000000, digits-lost",
        "NUMBER, 12, not-an-id",
        "DATE, 2018-06-05, not-an-id",
        "TEXT, 张三, not-an-id",
        "TEXT, —, !none"
    })
    void refusesWhatIsNoCitizenId(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(ID, kind, reported).told()).isEqualTo(told);
    }

    @Test
    void neverRepeatsARefusedPersonalNumber() {
        Recorded recorded = Recorded.text(ID, "110105194912310021");

        assertThat(recorded.problems.toString())
                .contains("110105************")
                .doesNotContain("19491231")
                .doesNotContain("0021");
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 91350100M000100Y43, 91350100M000100Y43",
        "TEXT, '９1350100m000100y43 ', 91350100M000100Y43",
        "TEXT, 91350100M000100Y44, credit-code-checksum",
        "TEXT, 91350100I000100Y43, not-a-credit-code",
        "TEXT, 913501, not-a-credit-code",
        "NUMBER, 9.1350100000010000E17, digits-lost",
        "TEXT, 9.135E+17, digits-lost"
    })
    void readsCreditCodes(CellKind kind, String reported, String told) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.CREDIT_CODE), kind, reported)
                        .told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "TEXT, 13901234567, 139******67",
        "NUMBER, 13901234567, 139******67",
        "NUMBER, 1.3901234567E10, 139******67",
        "TEXT, +86 139-0123-4567, 139******67",
        "TEXT, １３９０１２３４５６７, 139******67",
        "TEXT, 0352-6822222, 035******22",
        "TEXT, (010)62345678, 010******78"
    })
    void masksPhones(CellKind kind, String reported, String shown) {
        assertThat(Recorded.convert(Recorded.column(ColumnType.PHONE), kind, reported).fields)
                .hasSize(2)
                .last()
                .isEqualTo(shown);
    }

    @Test
    void onePhoneHasOneHash() {
        Column phone = Recorded.column(ColumnType.PHONE);
        assertThat(Recorded.text(phone, "+86 139-0123-4567").fields)
                .isEqualTo(Recorded.text(phone, "13901234567").fields);
    }

    @ParameterizedTest
    @CsvSource({"6822222, phone-area-code", "139012345678, not-a-phone", "12012345678, not-a-phone", "无, unknown-mark"})
    void refusesWhatIsNoPhone(String reported, String told) {
        assertThat(Recorded.text(Recorded.column(ColumnType.PHONE), reported).told())
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource({
        "王小二, 王**",
        "王　五, 王*",
        "欧阳修, 欧阳*",
        "欧阳, 欧*",
        "阿卜杜拉·买买提, 阿***·买**",
        "阿卜杜拉•买买提, 阿***·买**",
        "王, *",
        "𠮷田, 𠮷*",
        "王五1, not-a-name",
        "—, !none"
    })
    void keepsOnlyTheMaskOfAName(String reported, String told) {
        assertThat(Recorded.text(Recorded.column(ColumnType.NAME), reported).told())
                .isEqualTo(told);
    }

    @Test
    void makesAKeyOnceForItsOwnerAlone(@TempDir Path home) throws Exception {
        byte[] text = {1, 2, 3};
        byte[] hash = PersonalKey.load(home.resolve("new"), Map.of()).hash(text, 0, 3);

        assertThat(PersonalKey.load(home.resolve("new"), Map.of()).hash(text, 0, 3))
                .isEqualTo(hash);
        Path file = home.resolve("new").resolve("personal.key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        Map<String, String> given = Map.of(PersonalKey.VARIABLE, "another key of good length");
        assertThat(PersonalKey.load(home.resolve("new"), given).hash(text, 0, 3))
                .isNotEqualTo(hash);
        assertThat(PersonalKey.load(home, given).toString()).doesNotContain("another");
    }
}
