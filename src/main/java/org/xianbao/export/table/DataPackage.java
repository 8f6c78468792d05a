package org.xianbao.export.table;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xianbao.export.edition.PublishedEdition;

/** An edition as a Frictionless tabular data package (Data Package v1, which readers of v2 read too). */
public final class DataPackage {
    private DataPackage() {}

    /** File name to its text. */
    public static Map<String, String> of(PublishedEdition edition) {
        List<Resource> resources = Resources.of(edition);
        Map<String, String> files = new LinkedHashMap<>();
        resources.forEach(r -> files.put(r.file(), r.csv()));
        files.put("datapackage.json", JsonText.of(descriptor(edition, resources)));
        return files;
    }

    private static Map<String, Object> descriptor(PublishedEdition edition, List<Resource> resources) {
        Map<String, Object> descriptor = new HashMap<>();
        descriptor.put("profile", "tabular-data-package");
        descriptor.put("name", "xianbao-" + edition.name().toLowerCase(Locale.ROOT));
        descriptor.put("id", edition.checksum());
        descriptor.put(
                "title",
                "县报统计数据 " + edition.period().label() + " " + edition.kind() + " | Figures of county returns, "
                        + edition.period().label() + ", edition " + edition.n());
        descriptor.put("description", description(edition));
        descriptor.put("version", edition.n() + ".0.0");
        descriptor.put(
                "created",
                DateTimeFormatter.ISO_INSTANT.format(edition.closedAt().withOffsetSameInstant(ZoneOffset.UTC)));
        descriptor.put("contributors", List.of(Map.of("title", edition.author(), "role", "author")));
        descriptor.put("sources", List.of(Map.of("title", "各县报表 | Returns of the counties")));
        descriptor.put(
                "licenses",
                List.of(Map.of("name", "notspecified", "title", "未指定，使用前请询发布单位 | Not specified, ask the publisher")));
        descriptor.put(
                "resources", resources.stream().map(DataPackage::resource).toList());
        return descriptor;
    }

    private static String description(PublishedEdition edition) {
        String reason = edition.reason() == null ? "" : "；" + edition.reason();
        return "第 " + edition.n() + " 版（" + edition.kind() + reason + "），数字的 SHA-256 为 " + edition.checksum()
                + "。以 = + - @ 开头的文字前加一个半角撇号，读时去掉一个即还原。"
                + " | Edition " + edition.n() + "; SHA-256 over its figures " + edition.checksum()
                + ". A text that begins with = + - @ or an apostrophe has an apostrophe put before it; take one away.";
    }

    private static Map<String, Object> resource(Resource resource) {
        byte[] bytes = resource.csv().getBytes(StandardCharsets.UTF_8);
        Map<String, Object> described = new HashMap<>();
        described.put("profile", "tabular-data-resource");
        described.put("name", resource.name());
        described.put("path", resource.file());
        described.put("title", resource.title().zh() + " | " + resource.title().en());
        described.put("format", "csv");
        described.put("mediatype", "text/csv");
        described.put("encoding", "utf-8");
        described.put("bytes", bytes.length);
        described.put("hash", "sha256:" + sha256(bytes));
        described.put("dialect", Map.of("lineTerminator", "\r\n"));
        described.put("schema", resource.schema());
        return described;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
