package org.xianbao.definition;

import java.util.List;

/** The keys that each block of a definition may have; the editor schemas are held to agree. */
enum Keys {
    RETURN("return title every due key form rules"),
    BILINGUAL("zh en"),
    FORM("kind sheet expect header rows missing hidden columns template"),
    TEMPLATE("printed notes prefill"),
    ROWS("heading until stub value items"),
    HEADER_PLACE("after at type"),
    HEADER_COLUMN("after at zh en type unit reported required qualified list"),
    COLUMN("under item zh en type unit reported required qualified list"),
    RULES("reject query note"),
    RULE("check when then unique total tolerance over across at say remember pass fail"),
    INDICATORS("theme indicators"),
    INDICATOR(
            "title kind unit from where value denominator percent distinct region source publish year-ago parts qualifier combine over-time persons headline screen"),
    SCREEN("stratum u a c fewest"),
    NIGHTLY("cron zone inbox queried explanations screening"),
    EXPLANATIONS("valid least empty"),
    SCREENING("stratum u a c fewest list"),
    CLOSE("cron disclosure"),
    DISCLOSURE("minimum");

    private final String words;

    Keys(String words) {
        this.words = words;
    }

    List<String> words() {
        return List.of(words.split(" "));
    }
}
