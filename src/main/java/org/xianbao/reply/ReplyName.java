package org.xianbao.reply;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.text.Normalizer;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.xianbao.judge.Judged;

/**
 * What a reply is called, without its ending: 天镇县-技能培训花名册-2018年6月-第2次, or in codes
 * (140222-training-2018-06-2) where the platform's file names cannot take Chinese.
 */
final class ReplyName {
    /** UTF-8 bytes; file systems take 255, and what tells names apart and the ending come behind. */
    private static final int LONGEST = 170;

    private static final Pattern UNSAFE = Pattern.compile("[<>:\"/\\\\|?*\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");
    private static final Pattern ENDING = Pattern.compile("(?<=.)\\.[A-Za-z0-9]{1,5}$");
    private static final Pattern DEVICE = Pattern.compile("(?i)(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?");

    private final boolean chinese;
    private final Predicate<String> encodable;

    /** @param encodable whether the platform's file names can hold the text */
    ReplyName(Predicate<String> encodable) {
        this.encodable = encodable;
        this.chinese = encodable.test("县报回执");
    }

    /** For the file names of this machine. */
    static ReplyName ofPlatform() {
        return new ReplyName(ReplyName::isPath);
    }

    private static boolean isPath(String text) {
        try {
            FileSystems.getDefault().getPath(text);
            return true;
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /**
     * One return, as far as a name tells of it.
     *
     * @param title in Chinese
     */
    record Part(String region, String county, String name, String title, String period, int revision) {
        static Part of(Judged.Return each) {
            return new Part(
                    each.region(), each.county(), each.name(), each.title().zh(), each.period(), each.revision());
        }
    }

    /**
     * The name for a workbook.
     *
     * @param parts its returns; when there are none the sender's name stays, with what happened
     * @param sender what it was called when it came in
     * @param state {@code read}, {@code refused} or {@code failed}
     */
    String of(List<Part> parts, String sender, String state) {
        if (parts.isEmpty()) {
            String happened = Texts.of("name." + (chinese ? state : state + ".code"));
            return safe(cut(ENDING.matcher(sender).replaceFirst(""), LONGEST - 30) + "-" + happened);
        }
        String name = chinese ? words(parts) : codes(parts);
        return encodable.test(name) ? safe(name) : safe(codes(parts));
    }

    /** What is asked of a workbook that was answered before. */
    String askedSince(String name) {
        return name + "-" + Texts.of(chinese ? "name.asked-since" : "name.asked-since.code");
    }

    String receipt(String name) {
        return name + "-" + Texts.of(chinese ? "name.receipt" : "name.receipt.code");
    }

    private static String words(List<Part> parts) {
        Part first = parts.get(0);
        long counties = parts.stream().map(Part::region).distinct().count();
        List<String> periods =
                parts.stream().map(Part::period).distinct().sorted().toList();
        int revision = parts.stream().mapToInt(Part::revision).max().orElse(1);
        return first.county() + (counties > 1 ? "等" + counties + "县" : "") + "-" + first.title()
                + (parts.size() > 1 ? "等" + parts.size() + "张" : "")
                + "-" + PeriodWords.of(periods.get(0))
                + (periods.size() > 1 ? "至" + PeriodWords.of(periods.get(periods.size() - 1)) : "")
                + (revision > 1 ? "-第" + revision + "次" : "");
    }

    private static String codes(List<Part> parts) {
        Part first = parts.get(0);
        int revision = parts.stream().mapToInt(Part::revision).max().orElse(1);
        String regions = parts.stream().map(Part::region).distinct().collect(Collectors.joining("+"));
        List<String> periods =
                parts.stream().map(Part::period).distinct().sorted().toList();
        return regions + "-" + first.name() + (parts.size() > 1 ? "+" + (parts.size() - 1) : "")
                + "-" + periods.get(0)
                + (periods.size() > 1 ? "to" + periods.get(periods.size() - 1) : "")
                + (revision > 1 ? "-" + revision : "");
    }

    /** Nothing in it that a file system of our day refuses or takes for a path. */
    private String safe(String name) {
        String clean = UNSAFE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC))
                .replaceAll("_")
                .replaceAll("^[\\s.]+|[\\s.]+$", "");
        String own = DEVICE.matcher(clean).matches() || clean.isEmpty() ? "_" + clean : clean;
        String cut = cut(own, LONGEST);
        return encodable.test(cut) ? cut : cut.replaceAll("[^ -~]", "_");
    }

    private static String cut(String text, int bytes) {
        int used = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            used += Character.toString(text.codePointAt(i)).getBytes(StandardCharsets.UTF_8).length;
            if (used > bytes) {
                return text.substring(0, i);
            }
        }
        return text;
    }
}
