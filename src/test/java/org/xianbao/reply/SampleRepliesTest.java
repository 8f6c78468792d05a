package org.xianbao.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.xianbao.SampleNight;
import org.xianbao.database.Home;

/** The replies to the sample returns. */
class SampleRepliesTest {

    private static List<String> files() throws IOException {
        Path folder = SampleNight.bean(Home.class).root().resolve("replies/2019-02-01");
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }

    private static List<String> query(String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Connection connection = SampleNight.database().connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    @Test
    void areOneReceiptAWorkbookAndAnAnnotatedWorkbookOnlyWhereSomethingWasFound() throws Exception {
        List<String> receipts =
                files().stream().filter(f -> f.endsWith("-回执.xlsx")).toList();
        List<String> annotated =
                files().stream().filter(f -> !receipts.contains(f)).toList();

        assertThat(receipts).hasSize(SampleNight.outcome().received());
        assertThat(annotated)
                .hasSameSizeAs(query("select distinct reading from xianbao.finding"))
                .hasSize(SampleNight.outcome().replied().replies());
        assertThat(query("select replace(reply, 'replies/2019-02-01/', '') from xianbao.reply where reply is not null"))
                .containsExactlyInAnyOrderElementsOf(annotated);
    }

    @Test
    void areNamedByCountyReturnAndPeriod() throws IOException {
        assertThat(files())
                .contains(
                        "天镇县-技能培训花名册-2018年6月-回执.xlsx",
                        "金寨县-技能培训花名册等2张-2018年5月-回执.xlsx",
                        "金寨县-劳务协作基地情况表-2016年第4季度-回执.xlsx",
                        "天镇县-挂职干部及工作队花名册-2017年下半年-回执.xlsx",
                        "天镇县-党组织书记培训班花名册-2018年10月15日-回执.xlsx",
                        "天镇县-减贫进度表-2010年-回执.xlsx")
                .allMatch(f -> f.matches("(天镇县|金寨县)-[^-]+-20\\d\\d年[^-]*(-回执)?\\.xlsx?"));
    }
}
