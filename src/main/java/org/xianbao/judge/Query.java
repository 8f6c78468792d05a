package org.xianbao.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** The number under which a query can be explained: the same for the same question, period after period. */
public final class Query {
    private static final int BYTES = 5;

    private Query() {}

    /**
     * A digest of what the question is about.
     *
     * @param column the definition's column; null when it concerns none
     * @param subject the row's key, personal data hashed; empty for the whole return
     */
    public static String number(String returnName, String rule, @Nullable String column, String subject) {
        String question = String.join("\0", returnName, rule, column == null ? "" : column, subject);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(question.getBytes(StandardCharsets.UTF_8));
            return "Q" + HexFormat.of().withUpperCase().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
