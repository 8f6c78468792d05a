package org.xianbao.database;

import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;

/**
 * Where people find the database, for the tools that they use.
 *
 * @param host several are parted by commas
 * @param port likewise
 * @param sslMode null where the URL says none
 */
public record ReaderAddress(
        String host, String port, String database, @Nullable String sslMode) {

    static ReaderAddress of(String url) {
        Properties parts = Driver.parseURL(url, null);
        if (parts == null) {
            throw new DatabaseUnavailable("spring.datasource.url is no PostgreSQL URL", null);
        }
        return new ReaderAddress(
                PGProperty.PG_HOST.getOrDefault(parts),
                PGProperty.PG_PORT.getOrDefault(parts),
                PGProperty.PG_DBNAME.getOrDefault(parts),
                PGProperty.SSL_MODE.getOrNull(parts));
    }

    /** For psql and whatever else is built on libpq. */
    public String psql() {
        return "psql \"host=" + host + " port=" + port + " dbname=" + database + " user=" + ReaderConnection.ROLE
                + (sslMode == null ? "" : " sslmode=" + sslMode) + "\"";
    }

    public String jdbc() {
        String[] hosts = host.split(",", -1);
        String[] ports = port.split(",", -1);
        StringBuilder places = new StringBuilder();
        for (int i = 0; i < hosts.length; i++) {
            places.append(i == 0 ? "" : ",").append(hosts[i]).append(':').append(ports[Math.min(i, ports.length - 1)]);
        }
        return "jdbc:postgresql://" + places + "/" + database + "?user=" + ReaderConnection.ROLE
                + (sslMode == null ? "" : "&sslmode=" + sslMode);
    }

    /** For the driver psqlODBC, as Excel takes it: the user is asked for apart. */
    public String odbc() {
        return "Driver={PostgreSQL Unicode(x64)};Server=" + host + ";Port=" + port + ";Database=" + database
                + (sslMode == null ? "" : ";sslmode=" + sslMode);
    }
}
