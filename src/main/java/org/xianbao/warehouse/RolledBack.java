package org.xianbao.warehouse;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.AbstractDataSource;

/**
 * A data source whose every connection is one and the same transaction, which nobody can commit: what runs on it sees
 * what it wrote, and nothing of it stays. For one thread.
 */
public final class RolledBack extends AbstractDataSource implements AutoCloseable {
    private static final Set<String> IGNORED = Set.of("commit", "close", "setAutoCommit", "rollback");

    private final Connection real;
    private final Connection shown;

    public RolledBack(DataSource database) throws SQLException {
        real = database.getConnection();
        real.setAutoCommit(false);
        shown = (Connection) Proxy.newProxyInstance(
                RolledBack.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (IGNORED.contains(method.getName())
                            && (arguments == null || method.getName().equals("setAutoCommit"))) {
                        return null;
                    }
                    try {
                        return method.invoke(real, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Connection getConnection() {
        return shown;
    }

    @Override
    public Connection getConnection(String username, String password) {
        return shown;
    }

    @Override
    public void close() throws SQLException {
        try (real) {
            real.rollback();
            real.setAutoCommit(true);
        }
    }
}
