package org.xianbao.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL in use: the one that {@code spring.datasource.url} names, or the embedded one under the home.
 * Close it when done with it; that may stop the embedded server. Thread-safe.
 */
public final class Database implements AutoCloseable {
    private static final int OLDEST = 15;

    private final String url;
    private final String user;
    private final String password;
    private final @Nullable EmbeddedServer embedded;
    private final @Nullable String readerPassword;

    private Database(
            String url,
            String user,
            String password,
            @Nullable EmbeddedServer embedded,
            @Nullable String readerPassword) {
        this.url = url;
        this.user = user;
        this.password = password;
        this.embedded = embedded;
        this.readerPassword = readerPassword;
    }

    /**
     * Starts, joins or calls the database, and makes sure that it is one that will do.
     *
     * @param setting gives a setting by its name ({@code spring.datasource.url}), null when it is not set
     * @throws DatabaseUnavailable when there is none, with a message for a person
     */
    public static Database open(Home home, Function<String, @Nullable String> setting) {
        String url = setting.apply("spring.datasource.url");
        Database database;
        if (url == null || url.isBlank()) {
            EmbeddedServer server = EmbeddedServer.open(home, port(setting.apply("xianbao.postgres.port")));
            database = new Database(server.url(), EmbeddedServer.USER, server.password(), server, null);
        } else {
            String user = setting.apply("spring.datasource.username");
            String password = setting.apply("spring.datasource.password");
            requirePostgres(url.strip());
            database = new Database(
                    url.strip(),
                    user == null ? "" : user,
                    password == null ? "" : password,
                    null,
                    setting.apply("xianbao.reader.password"));
        }
        database.examine();
        return database;
    }

    private static void requirePostgres(String url) {
        try {
            if (url.startsWith("jdbc:postgresql:") && DriverManager.getDriver(url) != null) {
                return;
            }
        } catch (SQLException e) {
            // told below
        }
        throw new DatabaseUnavailable(
                "spring.datasource.url is no PostgreSQL URL (jdbc:postgresql://host:port/database): " + place(url),
                null);
    }

    private static OptionalInt port(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return OptionalInt.empty();
        }
        try {
            int port = Integer.parseInt(text.strip());
            if (port > 0 && port < 65536) {
                return OptionalInt.of(port);
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new DatabaseUnavailable("xianbao.postgres.port is not a port: " + text, null);
    }

    private void examine() {
        try (Connection connection = connect(new Properties())) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw new DatabaseUnavailable(
                        "PostgreSQL " + OLDEST + " or newer is needed; " + place() + " is PostgreSQL "
                                + connection.getMetaData().getDatabaseProductVersion(),
                        null);
            }
        } catch (SQLException e) {
            close();
            throw new DatabaseUnavailable(reason(e), e);
        } catch (DatabaseUnavailable e) {
            close();
            throw e;
        }
    }

    /** A new connection of the program's own user, with these driver properties besides. */
    Connection connect(Properties more) throws SQLException {
        Properties properties = new Properties();
        if (!user.isEmpty()) {
            properties.setProperty("user", user);
        }
        if (!password.isEmpty()) {
            properties.setProperty("password", password);
        }
        properties.setProperty("ApplicationName", "xianbao");
        properties.setProperty("connectTimeout", "10");
        more.stringPropertyNames().forEach(name -> properties.setProperty(name, more.getProperty(name)));
        return DriverManager.getConnection(url, properties);
    }

    /** A new connection of another user, whatever user the URL names. */
    Connection connectAs(String user, String password, Properties more) throws SQLException {
        String plain = url.replaceAll("(?<=[?&])(user|password)=[^&]*", "");
        return new Database(plain, user, password, null, null).connect(more);
    }

    /** Where people log in. */
    public ReaderAddress readerAddress() {
        return ReaderAddress.of(url);
    }

    private String reason(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01", "28000" -> place() + " refuses the user or the password: " + firstLine(e);
            // the driver's own: it was asked for a password and has none
            case "08004" -> place() + " refuses the user or the password: " + user + ": " + firstLine(e);
            case "3D000" -> place() + ": there is no such database";
            case "08001", "08006" -> "no PostgreSQL answers at " + place();
            default -> place() + " cannot be used: " + firstLine(e);
        };
    }

    private static String firstLine(SQLException e) {
        String message = String.valueOf(e.getMessage());
        return message.lines().findFirst().orElse(message);
    }

    /** The URL without what follows its question mark, where a password may stand. */
    private String place() {
        return place(url);
    }

    private static String place(String url) {
        int question = url.indexOf('?');
        return question < 0 ? url : url.substring(0, question);
    }

    public String url() {
        return url;
    }

    /** Empty when the URL or the machine says it. */
    public String user() {
        return user;
    }

    public String password() {
        return password;
    }

    /** With which {@code xianbao_reader} logs in; null where that is not known. */
    @Nullable
    String readerPassword() {
        return readerPassword;
    }

    /** Whether the server is the one under the home. */
    public boolean embedded() {
        return embedded != null;
    }

    @Override
    public void close() {
        if (embedded != null) {
            embedded.close();
        }
    }
}
