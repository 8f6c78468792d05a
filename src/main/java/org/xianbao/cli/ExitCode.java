package org.xianbao.cli;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.ResourceBundle;
import org.xianbao.job.NightOutcome;

/** What a command ends with. {@code --help} prints them. */
public enum ExitCode {
    /** Everything that came in was accepted, or there was nothing to do. */
    ACCEPTED(0),
    /** Returns were sent back or have open queries, or workbooks were refused. */
    SENT_BACK(1),
    /** The command line is wrong. */
    USAGE(2),
    /** A definition under {@code jobs/} is wrong. */
    DEFINITIONS(3),
    /** There is no database that can be used, or it refused what was asked of it. */
    DATABASE(4),
    /** Something failed: a workbook made the reader fail, or a fault that nobody foresaw. */
    FAILED(5),
    /** The same work is being done by another process. */
    RUNNING(6);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }

    static ExitCode of(NightOutcome night) {
        if (night.failed() + night.replied().failed() > 0) {
            return FAILED;
        }
        return night.returned() + night.queried() + night.refused() > 0 ? SENT_BACK : ACCEPTED;
    }

    /** Code and explanation, in order, as the help prints them. */
    static Map<String, String> explained(ResourceBundle texts) {
        Map<String, String> list = new LinkedHashMap<>();
        Arrays.stream(values()).forEach(c -> list.put(" " + c.code, texts.getString("exit." + c.code)));
        return list;
    }
}
