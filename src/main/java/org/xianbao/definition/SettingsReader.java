package org.xianbao.definition;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code nightly.yaml} and {@code close.yaml}. */
final class SettingsReader {
    private static final Pattern FIELD = Pattern.compile("[0-9A-Za-z*?,/#-]+");
    private static final int MOST_DEMANDED = 100;
    private static final int USUAL_MINIMUM = 5;
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private SettingsReader() {}

    static Settings read(DefinitionFiles files, Mistakes mistakes) {
        Optional<Block> nightly = block(files, "nightly.yaml", Keys.NIGHTLY, mistakes);
        Optional<Block> close = block(files, "close.yaml", Keys.CLOSE, mistakes);
        return new Settings(
                nightly.map(SettingsReader::cron).orElse(""),
                close.map(SettingsReader::cron).orElse(""),
                nightly.flatMap(b -> b.get("zone"))
                        .flatMap(SettingsReader::zone)
                        .orElse(CHINA),
                nightly.map(b -> b.needText("inbox")).orElse(""),
                nightly.flatMap(b -> b.get("queried"))
                        .flatMap(q -> q.word(Settings.Queried.values(), FormReader::word))
                        .orElse(Settings.Queried.HELD),
                close.flatMap(b -> b.get("disclosure"))
                        .flatMap(Entry::block)
                        .map(b -> b.only(Keys.DISCLOSURE))
                        .flatMap(b -> b.need("minimum"))
                        .flatMap(e -> e.whole(1, MOST_DEMANDED))
                        .orElse(USUAL_MINIMUM),
                nightly.flatMap(b -> b.get("explanations"))
                        .flatMap(Entry::block)
                        .map(SettingsReader::explanations)
                        .orElse(ExplanationPolicy.USUAL),
                nightly.flatMap(b -> b.get("screening"))
                        .flatMap(Entry::block)
                        .map(ScreeningReader::policy)
                        .orElse(ScreeningPolicy.USUAL));
    }

    private static Optional<Block> block(DefinitionFiles files, String name, Keys keys, Mistakes mistakes) {
        Optional<DefinitionFiles.Text> text = files.get(name);
        if (text.isEmpty()) {
            mistakes.add(name, 1, 1, "the file is missing");
        }
        return text.flatMap(t -> new YamlFile(name, mistakes).read(t.text())).map(b -> b.only(keys));
    }

    /** Quartz's form; what its fields mean is left to the scheduler. */
    private static String cron(Block block) {
        String cron = block.needText("cron");
        List<String> fields = List.of(cron.split("\\s+"));
        block.get("cron").filter(e -> !cron.isEmpty()).ifPresent(e -> {
            if (fields.size() < 6 || fields.size() > 7) {
                e.wrong("cron: must have 6 or 7 fields (second minute hour day month weekday [year]), not "
                        + fields.size());
            }
            for (String field : fields) {
                if (!FIELD.matcher(field).matches()) {
                    e.wrong("cron: '" + field + "' cannot be a field");
                }
            }
        });
        return cron;
    }

    private static ExplanationPolicy explanations(Block block) {
        block.only(Keys.EXPLANATIONS);
        ExplanationPolicy usual = ExplanationPolicy.USUAL;
        return new ExplanationPolicy(
                block.get("valid").flatMap(Entry::months).orElse(usual.months()),
                block.get("least").flatMap(e -> e.whole(1, MOST_DEMANDED)).orElse(usual.least()),
                block.get("empty").map(SettingsReader::phrases).orElse(usual.empty()));
    }

    private static List<String> phrases(Entry entry) {
        List<String> phrases = new ArrayList<>();
        for (Entry item : entry.items()) {
            item.text().ifPresent(phrase -> {
                if (phrase.codePoints().noneMatch(Character::isLetterOrDigit)) {
                    item.wrong("empty: '" + phrase + "' is no phrase; signs never count anyway");
                } else if (phrases.contains(phrase)) {
                    item.wrong("empty: '" + phrase + "' is there twice");
                }
                phrases.add(phrase);
            });
        }
        return phrases;
    }

    private static Optional<ZoneId> zone(Entry entry) {
        Optional<String> name = entry.text();
        if (name.isPresent() && !ZoneId.getAvailableZoneIds().contains(name.get())) {
            String hint = Nearest.to(name.get(), ZoneId.getAvailableZoneIds())
                    .map(near -> ", did you mean '" + near + "'?")
                    .orElse("; write it like Asia/Shanghai");
            entry.wrong("zone: unknown time zone '" + name.get() + "'" + hint);
            return Optional.empty();
        }
        return name.map(ZoneId::of);
    }
}
