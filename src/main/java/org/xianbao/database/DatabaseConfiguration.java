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
        pool.addDataSourceProperty("reWriteBatchedInserts", "true");
        pool.addDataSourceProperty("ApplicationName", "xianbao");
        return pool;
    }
}
