package org.xianbao.job;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.xianbao.database.Home;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.DefinitionsLoader;
import org.xianbao.impact.Trial;
import org.xianbao.judge.Check;
import org.xianbao.judge.Judge;
import org.xianbao.lineage.Tracing;
import org.xianbao.load.Ledger;
import org.xianbao.load.Loading;
import org.xianbao.load.Store;
import org.xianbao.period.Closing;
import org.xianbao.reply.Replies;
import org.xianbao.screening.Screening;
import org.xianbao.screening.Screenings;
import org.xianbao.value.PersonalKey;
import org.xianbao.warehouse.Schema;

/** The rooms put together. */
@Configuration(proxyBeanMethods = false)
class PipelineConfiguration {

    @Bean
    Definitions definitions(@Value("${xianbao.jobs:jobs}") Path jobs) {
        return DefinitionsLoader.load(jobs);
    }

    @Bean
    Clock clock(Definitions definitions) {
        return Clock.system(definitions.settings().zone());
    }

    /** Brings the warehouse to the definitions before anything runs. */
    @Bean
    @DependsOn("flywayInitializer")
    Schema schema(DataSource database, Definitions definitions, Clock clock) throws SQLException {
        Schema schema = new Schema(definitions);
        schema.apply(database, LocalDate.now(clock));
        return schema;
    }

    @Bean
    Store store(Home home) {
        return new Store(home.store());
    }

    @Bean
    PersonalKey personalKey(Home home) throws IOException {
        return PersonalKey.load(home.root(), System.getenv());
    }

    @Bean
    @DependsOn("schema")
    Loading loading(DataSource database, Definitions definitions, Store store, PersonalKey key) {
        return new Loading(database, definitions, store, key);
    }

    @Bean
    Ledger ledger(DataSource database, Store store) {
        return new Ledger(database, store);
    }

    @Bean
    @DependsOn("schema")
    Judge judge(DataSource database, Definitions definitions) {
        return new Judge(database, definitions);
    }

    @Bean
    @DependsOn("schema")
    Check check(DataSource database, Definitions definitions, PersonalKey key) {
        return new Check(database, definitions, key);
    }

    @Bean
    @DependsOn("schema")
    Closing closing(DataSource database, Clock clock) {
        return new Closing(database, clock);
    }

    @Bean
    @DependsOn("schema")
    Screening screening(DataSource database, Definitions definitions) {
        return new Screening(database, definitions);
    }

    @Bean
    @DependsOn("schema")
    Screenings screenings(DataSource database) {
        return new Screenings(database);
    }

    @Bean
    PeriodsScreened periodsScreened(Screening screening, Screenings screenings, Watched watched, Tally tally) {
        return new PeriodsScreened(screening, screenings, watched, tally);
    }

    @Bean
    @DependsOn("schema")
    Replies replies(DataSource database, Definitions definitions, Store store, Home home) {
        return new Replies(database, definitions, store, home);
    }

    @Bean
    @DependsOn("schema")
    Tracing tracing(DataSource database, Store store, Definitions definitions, PersonalKey key) {
        return new Tracing(database, store, definitions, key);
    }

    /** Not behind the schema: the definitions at hand need not be in force, and are not brought in force for its sake. */
    @Bean
    @DependsOn("flywayInitializer")
    Trial trial(DataSource database, Definitions definitions, Store store, PersonalKey key, Clock clock) {
        return new Trial(database, definitions, store, key, clock);
    }

    @Bean
    Watched watched() {
        return new Watched();
    }

    @Bean
    Tally tally() {
        return new Tally();
    }

    @Bean
    Nights nights(
            DataSource database,
            Definitions definitions,
            Ledger ledger,
            JobOperator operator,
            JobRepository repository,
            Job nightly,
            @Value("${xianbao.inbox:#{null}}") @Nullable String inbox,
            Watched watched,
            Tally tally,
            Screenings screenings,
            Clock clock,
            ConfigurableApplicationContext application) {
        Nights nights = new Nights(
                database,
                definitions,
                ledger,
                operator,
                repository,
                nightly,
                inbox == null ? definitions.settings().inbox() : inbox,
                watched,
                tally,
                screenings,
                clock);
        application.addApplicationListener(new StopAtChunk(repository, nights));
        return nights;
    }
}
