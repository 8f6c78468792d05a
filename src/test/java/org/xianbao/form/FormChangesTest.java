package org.xianbao.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xianbao.definition.ReturnDefinition;

class FormChangesTest {
    private static final String UNIT = """
            return: county
            title: {zh: 县情表, en: County}
            every: year
            due: 31 days
            key: []
            form:
              kind: unit
              header:
                county: {after: 填报单位, type: region}
                period: {after: 报告期, type: period}
                source: {after: 来源, type: text, en: source}
              rows: {heading: 3, stub: 项目, value: 数量}
              columns:
                towns:    {item: 乡镇数, en: towns, type: integer, unit: 个}
                people:   {item: 人口, en: people, type: quantity, unit: 人, reported: 万人}
                poor:     {item: 贫困人口, en: poor, type: quantity, unit: 人}
                area:     {item: 面积, en: area, type: decimal}
            """;

    private final Path directory;

    FormChangesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private List<String> changes(String earlier, String later) {
        List<ReturnDefinition> editions = editions(earlier, later);
        return FormChanges.between(editions.get(0), editions.get(1)).stream()
                .map(FormChangesTest::line)
                .toList();
    }

    private List<ReturnDefinition> editions(String earlier, String later) {
        try {
            Path jobs = Files.createTempDirectory(directory, "jobs");
            return Returned.definitions(jobs, List.of(earlier, later)).layouts("county");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(FormChange change) {
        return change.kind() + " " + text(change.earlier()) + " > " + text(change.later()) + " behind "
                + text(change.before());
    }

    private static String text(@Nullable FormPart part) {
        return part == null ? "-" : part.text();
    }

    @Test
    void nothingChangesWhenOnlyRulesDo() {
        assertThat(changes(UNIT, UNIT + "rules: {reject: {some: towns > 0}}\n")).isEmpty();
    }

    @Test
    void tellsWhatWasAddedAndDropped() {
        String later = UNIT.replace("    area:     {item: 面积, en: area, type: decimal}\n", "")
                .replace("    poor:", "    villages: {item: 行政村, en: villages, type: integer, unit: 个}\n    poor:");

        assertThat(changes(UNIT, later)).containsExactly("ADDED - > 行政村 behind 人口", "DROPPED 面积 > - behind -");
    }

    @Test
    void theSameColumnUnderAnotherNameWasRenamed() {
        assertThat(changes(UNIT, UNIT.replace("贫困人口", "建档立卡人数"))).containsExactly("RENAMED 贫困人口 > 建档立卡人数 behind 人口");
    }

    @Test
    void theSameTextInAnotherColumnIsTheSamePart() {
        assertThat(changes(UNIT, UNIT.replace("poor:", "poor_people:"))).isEmpty();
    }

    @Test
    void theLikeliestOfTheRestWereRenamed() {
        String later = UNIT.replace("poor:     {item: 贫困人口", "register: {item: 建档立卡贫困人口")
                .replace("towns:    {item: 乡镇数", "townships: {item: 乡镇个数");

        assertThat(changes(UNIT, later))
                .containsExactly("RENAMED 乡镇数 > 乡镇个数 behind -", "RENAMED 贫困人口 > 建档立卡贫困人口 behind 人口");
    }

    @Test
    void tellsWhatMovedAndNotWhatMadeWay() {
        String area = "    area:     {item: 面积, en: area, type: decimal}\n";
        String later = UNIT.replace(area, "").replace("    towns:", area + "    towns:");

        assertThat(changes(UNIT, later)).containsExactly("MOVED 面积 > 面积 behind -");
    }

    @Test
    void tellsAnotherUnit() {
        assertThat(changes(UNIT, UNIT.replace("unit: 人, reported: 万人", "unit: 人")))
                .containsExactly("UNIT 人口 > 人口 behind 乡镇数");
    }

    @Test
    void tellsLabelsAboveTheTableToo() {
        assertThat(changes(UNIT, UNIT.replace("after: 来源", "after: 数据来源")))
                .containsExactly("RENAMED 来源 > 数据来源 behind 报告期");
    }
}
