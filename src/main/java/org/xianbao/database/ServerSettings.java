package org.xianbao.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The embedded server's {@code postgresql.conf} and {@code pg_hba.conf}, written at every start; {@code alter system} still
 * wins over the former. Sized for a machine that also runs the reading side.
 */
final class ServerSettings {
    private ServerSettings() {}

    static void write(Path data, int port) throws IOException {
        Files.writeString(data.resolve("postgresql.conf"), """
                # Written by Xianbao at every start; tune with "alter system set ...".
                listen_addresses = '127.0.0.1'
                unix_socket_directories = ''
                port = %d
                max_connections = 100
                fsync = on
                synchronous_commit = on
                full_page_writes = on
                shared_buffers = 256MB
                work_mem = 32MB
                maintenance_work_mem = 128MB
                max_wal_size = 4GB
                min_wal_size = 256MB
                checkpoint_timeout = 15min
                random_page_cost = 1.1
                wal_compression = on
                jit = off
                timezone = 'Asia/Shanghai'
                datestyle = 'iso, ymd'
                lc_messages = 'C'
                log_timezone = 'Asia/Shanghai'
                log_parameter_max_length = 0
                log_parameter_max_length_on_error = 0
                log_error_verbosity = terse
                log_min_error_statement = panic
                """.formatted(port));
    }

    /** Whoever is on this machine may read; the program's own user has a password that only the home's owner can read. */
    static void writeAccess(Path data) throws IOException {
        Files.writeString(data.resolve("pg_hba.conf"), """
                # Written by Xianbao at every start.
                host  postgres,template1  %1$s  127.0.0.1/32  reject
                host  all                 %1$s  127.0.0.1/32  trust
                host  all                 all   127.0.0.1/32  scram-sha-256
                """.formatted(ReaderConnection.ROLE));
    }
}
