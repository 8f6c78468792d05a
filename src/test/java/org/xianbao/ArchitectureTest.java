package org.xianbao;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.CompositeArchRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;

/** The rooms depend one way, and what belongs to one room stays there. */
@AnalyzeClasses(packages = "org.xianbao", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String ROOT = "org.xianbao.";

    /** Each room with those it may use. */
    private static final Map<String, List<String>> ROOMS = rooms();

    private static Map<String, List<String>> rooms() {
        Map<String, List<String>> rooms = new LinkedHashMap<>();
        rooms.put("cell", List.of());
        rooms.put("finding", List.of("cell"));
        rooms.put("workbook", List.of("cell", "finding"));
        rooms.put("definition", List.of("cell", "finding"));
        rooms.put("explanation", List.of("cell", "finding", "workbook", "definition"));
        rooms.put("value", List.of("cell", "finding", "definition"));
        rooms.put("form", List.of("cell", "finding", "workbook", "definition", "explanation", "value"));
        rooms.put("database", List.of());
        for (String later : List.of(
                "warehouse",
                "load",
                "suggest",
                "judge",
                "reply",
                "template",
                "disclosure",
                "period",
                "export",
                "screening",
                "lineage",
                "impact",
                "job",
                "schedule",
                "cli")) {
            rooms.put(later, List.copyOf(rooms.keySet()));
        }
        return rooms;
    }

    @ArchTest
    static void everyPackageIsARoom(JavaClasses classes) {
        List<String> strange = classes.stream()
                .map(JavaClass::getPackageName)
                .distinct()
                .filter(p -> p.startsWith(ROOT))
                .map(p -> p.substring(ROOT.length()).replaceAll("\\..*", ""))
                .filter(room -> !ROOMS.containsKey(room))
                .toList();

        assertThat(strange).as("rooms without a place in the order").isEmpty();
    }

    @ArchTest
    static final ArchRule roomsUseOnlyThoseBeforeThem = oneWay();

    private static ArchRule oneWay() {
        List<ArchRule> rules = new ArrayList<>();
        ROOMS.forEach((room, uses) -> {
            List<String> forbidden = new ArrayList<>(ROOMS.keySet());
            forbidden.removeAll(uses);
            forbidden.remove(room);
            rules.add(noClasses()
                    .that()
                    .resideInAPackage(ROOT + room + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            forbidden.stream().map(f -> ROOT + f + "..").toArray(String[]::new))
                    .allowEmptyShould(true));
        });
        return CompositeArchRule.of(rules);
    }

    @ArchTest
    static final ArchRule noCircles =
            slices().matching(ROOT + "(*)..").should().beFreeOfCycles().allowEmptyShould(true);

    @ArchTest
    static final ArchRule workbooksAreReadInOneRoom =
            only("org.apache.poi..", "workbook", "reply", "template", "export");

    @ArchTest
    static final ArchRule batchStaysInItsRoom = only("org.springframework.batch..", "job");

    @ArchTest
    static final ArchRule quartzStaysInItsRoom = only("org.quartz..", "schedule");

    private static ArchRule only(String library, String... rooms) {
        String[] packages = List.of(rooms).stream().map(r -> ROOT + r + "..").toArray(String[]::new);
        return noClasses()
                .that()
                .resideOutsideOfPackages(packages)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .allowEmptyShould(true);
    }

    @ArchTest
    static void everyPackageIsNullMarked(JavaClasses classes) {
        List<String> unmarked = classes.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(p -> p.getName().startsWith("org.xianbao"))
                .filter(p -> !p.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .toList();

        assertThat(unmarked).as("packages without @NullMarked in package-info").isEmpty();
    }

    @ArchTest
    static final ArchRule namesSayWhatAClassIs = classes()
            .should()
            .notHaveSimpleName("Constants")
            .andShould(com.tngtech.archunit.lang.conditions.ArchConditions.not(
                    com.tngtech.archunit.lang.conditions.ArchConditions.be(DescribedPredicate.describe(
                            "called Utils, Helper, Impl, Manager or Constants",
                            c -> c.getSimpleName().matches(".*(Utils?|Helper|Impl|Manager|Constants)")))));
}
