package org.xianbao.template;

import org.xianbao.definition.ReturnDefinition;

/** Which edition of which form a workbook is: {@code placement/2010-01-01/ab12cd34ef56}. */
record Fingerprint(String name, String since, String version) {
    /** The custom property of the document that holds it. */
    static final String PROPERTY = "xianbao-form";

    static Fingerprint of(ReturnDefinition definition) {
        return new Fingerprint(definition.name(), definition.since().toString(), definition.version());
    }

    @Override
    public String toString() {
        return name + "/" + since + "/" + version;
    }
}
