package org.xianbao.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.export.Export;
import org.xianbao.export.dictionary.Dictionary;
import org.xianbao.export.dictionary.DictionaryPage;
import org.xianbao.export.print.PrintedDictionary;
import picocli.CommandLine.Option;

/** Writes the data dictionary from the definitions alone; no database is looked at. */
final class DictionaryCommand {
    @Option(names = "--out", paramLabel = "DIR")
    @Nullable
    Path out;

    int run(Setup setup, Console console) throws IOException {
        Dictionary dictionary = Dictionary.of(DefinitionsLoader.load(setup.jobs()));
        Path directory = out == null ? setup.home().exports() : out;
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("dictionary.html", DictionaryPage.of(dictionary).getBytes(StandardCharsets.UTF_8));
        files.put("dictionary.xlsx", PrintedDictionary.of(dictionary));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Export.replace(path, file.getValue());
            console.out().println(console.text("written", Map.of("file", path.toString())));
        }
        return ExitCode.ACCEPTED.code();
    }
}
