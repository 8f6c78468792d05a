package org.xianbao.database;

import java.nio.file.Path;

/** A process of its own that uses the embedded server of a home until its input ends. */
final class ServerHolder {
    private ServerHolder() {}

    public static void main(String[] arguments) throws Exception {
        try (Database database = Database.open(new Home(Path.of(arguments[0])), name -> null)) {
            System.out.println(database.url());
            int end = System.in.read();
            System.out.println(end);
        }
    }
}
