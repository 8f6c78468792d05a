package org.xianbao.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Tells from stack samples which phase the client's CPU went to: the innermost frame of ours decides. */
final class ClientPhases {
    private static final String ROOT = "org.xianbao.";

    private ClientPhases() {}

    /** Samples by phase. */
    static Map<Phase, Long> of(Path recording) throws IOException {
        Map<Phase, Long> samples = new EnumMap<>(Phase.class);
        try (RecordingFile file = new RecordingFile(recording)) {
            while (file.hasMoreEvents()) {
                RecordedEvent event = file.readEvent();
                if (event.getStackTrace() != null && works(event)) {
                    samples.merge(phase(event), 1L, Long::sum);
                }
            }
        }
        return samples;
    }

    /** A thread in native code mostly waits; not so when it inflates. */
    private static boolean works(RecordedEvent event) {
        return event.getEventType().getName().equals("jdk.ExecutionSample")
                || type(event.getStackTrace().getFrames().get(0)).startsWith("java.util.zip.");
    }

    private static Phase phase(RecordedEvent event) {
        boolean opening = event.getStackTrace().getFrames().stream()
                .anyMatch(f -> type(f).equals("org.xianbao.workbook.Workbooks")
                        || type(f).equals("org.xianbao.form.Recognition"));
        for (RecordedFrame frame : event.getStackTrace().getFrames()) {
            String type = type(frame);
            if (type.startsWith(ROOT)) {
                return opening ? Phase.OPEN : phase(type.substring(ROOT.length()));
            }
        }
        return Phase.BATCH;
    }

    private static Phase phase(String type) {
        return switch (type.replaceAll("[$].*", "")) {
            case "warehouse.CopyBlock" -> Phase.COPY;
            case "warehouse.CopyRows", "warehouse.BinaryNumeric", "load.FormLoad" -> Phase.VALUES;
            case "load.Store", "load.Inbox", "load.Ledger" -> Phase.RECEIVE;
            case "judge.Measuring", "judge.MeasureSql" -> Phase.MEASURES;
            default -> room(type.substring(0, type.indexOf('.') < 0 ? type.length() : type.indexOf('.')));
        };
    }

    private static Phase room(String room) {
        return switch (room) {
            case "workbook", "form", "cell" -> Phase.PARSE;
            case "value" -> Phase.VALUES;
            case "judge" -> Phase.JUDGE;
            case "reply" -> Phase.REPLY;
            case "period" -> Phase.CLOSE;
            case "load", "warehouse" -> Phase.LEDGER;
            default -> Phase.BATCH;
        };
    }

    private static String type(RecordedFrame frame) {
        return frame.getMethod().getType().getName();
    }
}
