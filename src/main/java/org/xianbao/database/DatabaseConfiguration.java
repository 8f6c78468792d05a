package org.xianbao.database;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The home and the data source. {@code spring.datasource.hikari.*} tunes the pool. */
@Configuration(proxyBeanMethods = false)
public class DatabaseConfiguration {
    /** What the phases do not use at once: the scheduler's and the job repository's connections. */
    private static final int BESIDES_WORKERS = 4;

    /**
     * What a session does when this process is gone: it ends within seconds, be it waiting or calculating, and lets go of
     * its locks; when the whole machine is gone, within a minute. Not every server's system can be asked for the first.
     */
    private static final String END_WITH_US = "set tcp_keepalives_idle = 30; set tcp_keepalives_interval = 10;"
            + " set tcp_keepalives_count = 3; do $$ begin set client_connection_check_interval = '1s';"
            + " exception when invalid_parameter_value then null; end $$";

    @Bean
    Home home(Environment environment) {
        return new Home(Path.of(environment.getProperty("xianbao.home", ".xianbao")));
    }

    @Bean(destroyMethod = "close")
    Database database(Home home, Environment environment) {
        return Database.open(home, environment::getProperty);
    }

    @Bean(destroyMethod = "close")
    @ConfigurationProperties("spring.datasource.hikari")
    HikariDataSource dataSource(Database database) {
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("xianbao");
        pool.setJdbcUrl(database.url());
        if (!database.user().isEmpty()) {
            pool.setUsername(database.user());
            pool.setPassword(database.password());
        }
        pool.setMaximumPoolSize(Runtime.getRuntime().availableProcessors() + BESIDES_WORKERS);
        pool.setMinimumIdle(1);
        pool.setConnectionInitSql(END_WITH_US);
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "xianbao");
        // what a person's data was must not get into a log by way of an error's details
        pool.addDataSourceProperty("logServerErrorDetail", "false");
        return pool;
    }
}
