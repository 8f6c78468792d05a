package org.xianbao.load;

/** What may be said of a fault that a file provoked. */
public final class Fault {
    private Fault() {}

    /** Its class and the place in our code, without its message, which might quote the file. */
    public static String place(Throwable fault) {
        for (StackTraceElement frame : fault.getStackTrace()) {
            if (frame.getClassName().startsWith("org.xianbao.")) {
                return fault.getClass().getName() + " at " + frame;
            }
        }
        return fault.getClass().getName();
    }
}
