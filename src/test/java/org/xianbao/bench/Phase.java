package org.xianbao.bench;

/** What CPU is spent on, in the order of the pipeline. */
enum Phase {
    RECEIVE("receive: hash and store the file"),
    OPEN("open: package, shared strings, recognition"),
    PARSE("parse: cells and rows"),
    VALUES("values: text to typed COPY fields"),
    COPY("COPY"),
    LEDGER("ledger: submissions, findings, readings"),
    JUDGE("judge: rules and verdicts"),
    MEASURES("measures"),
    REPLY("reply: annotated workbooks and receipts"),
    CLOSE("close"),
    BATCH("Spring Batch and the rest");

    final String title;

    Phase(String title) {
        this.title = title;
    }
}
