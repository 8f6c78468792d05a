package org.xianbao.bench;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.database.builder.JdbcBatchItemWriterBuilder;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The same roster the way such a loader is usually begun: POI's event reader gives strings, a row is an item, chunks of
 * a thousand go through {@code JdbcBatchItemWriter} into a plain table without a key. It only loads: no rule, no
 * measure, no hash, no finding. Arguments: {@code jdbc-url workbook report}. Not a configuration by annotation, since
 * the program's own scan would find it.
 */
@EnableAutoConfiguration
class Baseline {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/M/d");

    /** A row as such a loader holds it. */
    record Worker(
            int seq,
            String name,
            String person,
            String phone,
            String village,
            boolean poor,
            String toKind,
            String toRegion,
            String via,
            String occupation,
            LocalDate started,
            boolean still,
            @Nullable LocalDate leftOn,
            int days,
            BigDecimal income) {

        static Worker of(String[] cells) {
            return new Worker(
                    Integer.parseInt(cells[0]),
                    cells[1],
                    cells[2],
                    cells[3],
                    cells[4],
                    cells[5].equals("是"),
                    cells[6],
                    cells[7],
                    cells[8],
                    cells[9],
                    LocalDate.parse(cells[10], DAY),
                    cells[11].equals("是"),
                    cells[12].equals("—") ? null : LocalDate.parse(cells[12], DAY),
                    Integer.parseInt(cells[13]),
                    new BigDecimal(cells[14]).movePointRight(4));
        }
    }

    public static void main(String[] arguments) throws Exception {
        SpringApplication spring = new SpringApplication(Baseline.class);
        spring.setDefaultProperties(
                Map.of("spring.autoconfigure.exclude", NightRun.CLOCK, "baseline.workbook", arguments[1]));
        try (ConfigurableApplicationContext context = spring.run("--spring.datasource.url=" + arguments[0])) {
            context.getBean(JdbcTemplate.class)
                    .execute("create table if not exists public.baseline (seq int, name text, person text,"
                            + " phone text, village text, poor boolean, to_kind text, to_region text, via text,"
                            + " occupation text, started date, still boolean, left_on date, days int, income numeric)");
            Report report = new Report();
            Usage usage = Usage.begin();
            JobExecution execution =
                    context.getBean(JobOperator.class).start(context.getBean(Job.class), new JobParameters());
            usage.end(report);
            if (execution.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("the baseline failed: " + execution.getAllFailureExceptions());
            }
            report.put("rows", execution.getStepExecutions().iterator().next().getWriteCount());
            report.write(Path.of(arguments[2]));
        }
        System.exit(0);
    }

    @Bean
    Job usualWay(
            JobRepository repository,
            PlatformTransactionManager transactions,
            DataSource database,
            org.springframework.core.env.Environment environment)
            throws IOException {
        return new JobBuilder("baseline", repository)
                .start(new StepBuilder("load", repository)
                        .<Worker, Worker>chunk(1000)
                        .transactionManager(transactions)
                        .reader(new EventReader(Path.of(environment.getRequiredProperty("baseline.workbook"))))
                        .writer(new JdbcBatchItemWriterBuilder<Worker>()
                                .dataSource(database)
                                .sql("insert into public.baseline values"
                                        + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                                .itemPreparedStatementSetter((worker, statement) -> {
                                    statement.setInt(1, worker.seq());
                                    statement.setString(2, worker.name());
                                    statement.setString(3, worker.person());
                                    statement.setString(4, worker.phone());
                                    statement.setString(5, worker.village());
                                    statement.setBoolean(6, worker.poor());
                                    statement.setString(7, worker.toKind());
                                    statement.setString(8, worker.toRegion());
                                    statement.setString(9, worker.via());
                                    statement.setString(10, worker.occupation());
                                    statement.setDate(11, Date.valueOf(worker.started()));
                                    statement.setBoolean(12, worker.still());
                                    statement.setDate(
                                            13, worker.leftOn() == null ? null : Date.valueOf(worker.leftOn()));
                                    statement.setInt(14, worker.days());
                                    statement.setBigDecimal(15, worker.income());
                                })
                                .assertUpdates(false)
                                .build())
                        .build())
                .build();
    }
}
