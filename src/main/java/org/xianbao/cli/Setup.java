package org.xianbao.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.xianbao.database.Database;
import org.xianbao.database.Home;

/**
 * The settings of one run: those of the command line, then the machine's ({@code XIANBAO_HOME},
 * {@code SPRING_DATASOURCE_URL}), then {@code application.yaml} beside the program; read when first asked for. They are
 * the same with and without Spring.
 */
final class Setup {
    private final Map<String, Object> given = new LinkedHashMap<>();
    private @Nullable Function<String, @Nullable String> known;

    void set(String name, String value) {
        given.put(name, value);
    }

    Map<String, Object> given() {
        return given;
    }

    @Nullable
    String get(String name) {
        Function<String, @Nullable String> settings = known;
        if (settings == null) {
            settings = Machine.settings(given);
            known = settings;
        }
        return settings.apply(name);
    }

    /** Apart, so that Spring's classes are not loaded for the sake of a help text. */
    private static final class Machine {
        static Function<String, @Nullable String> settings(Map<String, Object> given) {
            StandardEnvironment environment = new StandardEnvironment();
            environment.getPropertySources().addFirst(new MapPropertySource("given", given));
            ConfigDataEnvironmentPostProcessor.applyTo(environment);
            return environment::getProperty;
        }
    }

    Home home() {
        Object option = given.get("xianbao.home");
        String home = option == null ? get("xianbao.home") : option.toString();
        return new Home(Path.of(home == null ? ".xianbao" : home));
    }

    Path jobs() {
        String jobs = get("xianbao.jobs");
        return Path.of(jobs == null ? "jobs" : jobs);
    }

    Database database() {
        return Database.open(home(), this::get);
    }
}
