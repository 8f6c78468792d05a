package org.xianbao.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.postgresql.PGConnection;

/** The role {@code xianbao_reader}, as the program's own user sees to it. */
public final class ReaderRole {
    private final Database database;

    public ReaderRole(Database database) {
        this.database = database;
    }

    /** Whether this database has what the role is for; roles are those of the whole server. */
    public boolean isMade() throws SQLException {
        try (Connection connection = database.connect(new Properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select to_regclass('xianbao.door') is not null")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Sets the password with which people log in. It is hashed here: neither the server nor its log sees it. */
    public void setPassword(char[] password) throws SQLException {
        try (Connection connection = database.connect(new Properties())) {
            connection.unwrap(PGConnection.class).alterUserPassword(ReaderConnection.ROLE, password, "scram-sha-256");
        }
    }

    /**
     * The functions that do more than read and that this server lets a reader execute: none after a superuser has called
     * {@code xianbao.close_doors()}.
     */
    public List<String> openDoors() throws SQLException {
        List<String> open = new ArrayList<>();
        try (Connection connection = database.connect(new Properties());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select distinct substring(function::text from '^[^(]*') from xianbao.door order by 1")) {
            while (row.next()) {
                open.add(row.getString(1));
            }
        }
        return open;
    }
}
