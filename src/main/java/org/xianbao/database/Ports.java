package org.xianbao.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Which port the embedded server of one home listens at: the same one every time, so that other tools find it. */
final class Ports {
    static final int FIRST = 54329;
    private static final int TRIED = 100;

    private Ports() {}

    /**
     * The port asked for, or the one noted in {@code note}, or the first free one from 54329 on, which is then noted.
     *
     * @param wanted what the settings say; empty when they say nothing
     */
    static int choose(OptionalInt wanted, Path note) throws IOException {
        if (wanted.isPresent()) {
            if (!free(wanted.getAsInt())) {
                throw new DatabaseUnavailable(
                        "port " + wanted.getAsInt() + " is taken by another program; set another xianbao.postgres.port",
                        null);
            }
            return wanted.getAsInt();
        }
        OptionalInt noted = noted(note);
        if (noted.isPresent() && free(noted.getAsInt())) {
            return noted.getAsInt();
        }
        int port = IntStream.range(FIRST, FIRST + TRIED)
                .filter(Ports::free)
                .findFirst()
                .orElseThrow(() -> new DatabaseUnavailable(
                        "no port from " + FIRST + " on is free; set xianbao.postgres.port", null));
        Files.writeString(note, port + "\n");
        return port;
    }

    private static OptionalInt noted(Path note) throws IOException {
        try {
            return Files.exists(note)
                    ? OptionalInt.of(Integer.parseInt(Files.readString(note).strip()))
                    : OptionalInt.empty();
        } catch (NumberFormatException e) {
            return OptionalInt.empty();
        }
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
