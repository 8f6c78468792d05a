package org.xianbao.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A command line taken apart: settings for Spring ({@code --spring.datasource.url=…}, {@code -Dspring.datasource.url=…};
 * an option with a dot in its name is one), and the rest, which is the command.
 *
 * @param settings by name
 */
record Arguments(List<String> command, Map<String, String> settings) {

    static Arguments of(String... arguments) {
        List<String> command = new ArrayList<>();
        Map<String, String> settings = new LinkedHashMap<>();
        boolean verbatim = false;
        for (String argument : arguments) {
            verbatim |= argument.equals("--");
            int name = verbatim ? 0 : settingStart(argument);
            if (name == 0) {
                command.add(argument);
            } else {
                int equals = argument.indexOf('=');
                settings.put(
                        equals < 0 ? argument.substring(name) : argument.substring(name, equals),
                        equals < 0 ? "true" : argument.substring(equals + 1));
            }
        }
        return new Arguments(command, settings);
    }

    /** Where the setting's name begins; 0 when the argument is none. */
    private static int settingStart(String argument) {
        if (argument.startsWith("-D") && argument.length() > 2) {
            return 2;
        }
        return argument.matches("(?s)--[a-z]+\\.[\\w.\\[\\]-]+(=.*)?") ? 2 : 0;
    }

    /** The language of what people read: {@code --lang}, else the machine's; Chinese or English. */
    Locale language() {
        for (int i = 0; i < command.size(); i++) {
            String argument = command.get(i);
            if (argument.startsWith("--lang=")) {
                return language(argument.substring("--lang=".length()));
            }
            if (argument.equals("--lang") && i + 1 < command.size()) {
                return language(command.get(i + 1));
            }
        }
        return language(Locale.getDefault().getLanguage());
    }

    private static Locale language(String name) {
        return name.startsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
    }
}
