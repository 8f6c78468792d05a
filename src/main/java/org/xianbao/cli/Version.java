package org.xianbao.cli;

/** The version in the jar's manifest. */
final class Version {
    private Version() {}

    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return "xianbao " + (version == null ? "(unpackaged)" : version);
    }
}
