package org.xianbao.cli;

import java.util.List;
import org.xianbao.lineage.Trace;

/** How a trace is written. */
enum TraceFormat {
    /** A tree for a person. */
    TABLE {
        @Override
        void print(List<Trace> traces, TraceReport report) {
            report.print(traces);
        }
    },
    /** An array of objects, a figure each. */
    JSON {
        @Override
        void print(List<Trace> traces, TraceReport report) {
            report.json(traces);
        }
    };

    abstract void print(List<Trace> traces, TraceReport report);
}
