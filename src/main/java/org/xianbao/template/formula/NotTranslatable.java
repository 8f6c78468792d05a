package org.xianbao.template.formula;

/** Goes from where an expression says something that a spreadsheet does not to where its translation began. */
final class NotTranslatable extends RuntimeException {
    private static final long serialVersionUID = 1;

    NotTranslatable(String what) {
        super(what, null, false, false);
    }
}
