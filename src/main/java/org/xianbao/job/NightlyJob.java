package org.xianbao.job;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.springframework.batch.core.configuration.annotation.StepScope;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.PlatformTransactionManager;
import org.xianbao.definition.Definitions;
import org.xianbao.judge.Judge;
import org.xianbao.load.Block;
import org.xianbao.load.Inbox;
import org.xianbao.load.Ledger;
import org.xianbao.load.Loading;
import org.xianbao.load.Reading;
import org.xianbao.period.Closing;
import org.xianbao.period.Edition;
import org.xianbao.reply.Planned;
import org.xianbao.reply.Replies;
import org.xianbao.warehouse.Schema;

/**
 * The phases of a night: {@code receive} → {@code read}, a partition a workbook → {@code judge}, a partition a return →
 * {@code screen} → {@code reply}, shares of the workbooks → {@code close}. A run is identified by its batch, a rerun being the same job on what was planned for it.
 */
@Configuration(proxyBeanMethods = false)
class NightlyJob {
    static final String NAME = "nightly";

    /** Job parameters. */
    static final String BATCH = "batch";

    /** The inbox's folder, or empty for a rerun, which receives nothing. Not identifying. */
    static final String INBOX = "inbox";

    private static final int REPLIES_AT_ONCE = 10;

    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final Watched progress;

    NightlyJob(JobRepository repository, PlatformTransactionManager transactions, Watched progress) {
        this.repository = repository;
        this.transactions = transactions;
        this.progress = progress;
    }

    @Bean
    Job nightly(
            @Qualifier("receiveStep") Step receive,
            @Qualifier("readStep") Step read,
            @Qualifier("judgeStep") Step judge,
            @Qualifier("screenStep") Step screen,
            @Qualifier("replyStep") Step reply,
            @Qualifier("closeStep") Step close) {
        return new JobBuilder(NAME, repository)
                .start(receive)
                .next(read)
                .next(judge)
                .next(screen)
                .next(reply)
                .next(close)
                .build();
    }

    @Bean
    Step receiveStep(Ledger ledger, Tally tally, Schema schema, DataSource database, Clock clock) {
        return new StepBuilder("receive", repository)
                .tasklet(
                        (contribution, context) -> {
                            schema.extendCalendar(database, LocalDate.now(clock));
                            Map<String, Object> parameters =
                                    context.getStepContext().getJobParameters();
                            String inbox = String.valueOf(parameters.get(INBOX));
                            if (!inbox.isEmpty()) {
                                receive(ledger, tally, String.valueOf(parameters.get(BATCH)), inbox);
                            }
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    private void receive(Ledger ledger, Tally tally, String batch, String inbox) throws Exception {
        List<Path> files = Inbox.at(inbox).files();
        progress.phase("receive", files.size());
        for (Path file : files) {
            if (!ledger.receive(batch, file)) {
                tally.unchanged();
            }
            progress.done();
        }
    }

    @Bean
    Step readStep(WorkbookPartitions workbooks, @Qualifier("readWorkbook") Step readWorkbook, TaskExecutor workers) {
        return new StepBuilder("read", repository)
                .partitioner("readWorkbook", workbooks)
                .step(readWorkbook)
                .taskExecutor(workers)
                .build();
    }

    @Bean
    @StepScope
    WorkbookPartitions workbooks(Ledger ledger, @Value("#{jobParameters['" + BATCH + "']}") String batch) {
        return new WorkbookPartitions(ledger, batch, progress);
    }

    @Bean
    Step readWorkbook(BlockReader reader, DataSource database) {
        return new StepBuilder("readWorkbook", repository)
                .<Block, Block>chunk(1)
                .transactionManager(transactions)
                .reader(reader)
                .writer(new BlockWriter(database, progress))
                .build();
    }

    @Bean
    @StepScope
    BlockReader blockReader(
            Loading loading,
            @Value("#{stepExecutionContext['reading']}") Long reading,
            @Value("#{stepExecutionContext['hash']}") String hash,
            @Value("#{stepExecutionContext['sheet']}") Integer sheet) {
        return new BlockReader(loading, new Reading(reading, hash, "", sheet < 0 ? null : sheet));
    }

    @Bean
    Step judgeStep(Definitions definitions, @Qualifier("judgeReturn") Step judgeReturn, TaskExecutor workers) {
        return new StepBuilder("judge", repository)
                .partitioner("judgeReturn", grid -> returns(definitions))
                .step(judgeReturn)
                .taskExecutor(workers)
                .build();
    }

    private Map<String, ExecutionContext> returns(Definitions definitions) {
        Map<String, ExecutionContext> partitions = new LinkedHashMap<>();
        for (String name : definitions.returnNames()) {
            ExecutionContext context = new ExecutionContext();
            context.putString("return", name);
            partitions.put(name, context);
        }
        progress.phase("judge", partitions.size());
        return partitions;
    }

    @Bean
    Step judgeReturn(Judge judge) {
        return new StepBuilder("judgeReturn", repository)
                .tasklet(
                        (contribution, context) -> {
                            judge.judge(
                                    String.valueOf(context.getStepContext()
                                            .getJobParameters()
                                            .get(BATCH)),
                                    String.valueOf(context.getStepContext()
                                            .getStepExecutionContext()
                                            .get("return")));
                            progress.done();
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    Step screenStep(PeriodsScreened periods) {
        return new StepBuilder("screen", repository)
                .tasklet(
                        (contribution, context) -> {
                            periods.screen(String.valueOf(
                                    context.getStepContext().getJobParameters().get(BATCH)));
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    @Bean
    Step replyStep(ReplyPartitions replyShares, @Qualifier("replyShare") Step replyShare, TaskExecutor workers) {
        return new StepBuilder("reply", repository)
                .partitioner("replyShare", replyShares)
                .step(replyShare)
                .taskExecutor(workers)
                .build();
    }

    @Bean
    @StepScope
    ReplyPartitions replyShares(Ledger ledger, @Value("#{jobParameters['" + BATCH + "']}") String batch) {
        return new ReplyPartitions(ledger, batch, progress);
    }

    @Bean
    Step replyShare(ReplyReader reader, Replies replies, DataSource database) {
        return new StepBuilder("replyShare", repository)
                .<Planned, Planned>chunk(REPLIES_AT_ONCE)
                .transactionManager(transactions)
                .reader(reader)
                .writer(new ReplyWriter(replies, database, progress))
                .build();
    }

    @Bean
    @StepScope
    ReplyReader replyReader(
            Replies replies,
            @Value("#{jobParameters['" + BATCH + "']}") String batch,
            @Value("#{stepExecutionContext['share']}") Integer share,
            @Value("#{stepExecutionContext['shares']}") Integer shares) {
        return new ReplyReader(replies, batch, share, shares);
    }

    @Bean
    Step closeStep(Closing closing, Tally tally) {
        return new StepBuilder("close", repository)
                .tasklet(
                        (contribution, context) -> {
                            progress.phase("close", 0);
                            closing.closeDue().stream().map(Edition::period).forEach(tally::closed);
                            return RepeatStatus.FINISHED;
                        },
                        transactions)
                .build();
    }

    /** As many workers as keep all cores busy: each has a backend that works too. */
    @Bean
    ThreadPoolTaskExecutor workers() {
        ThreadPoolTaskExecutor workers = new ThreadPoolTaskExecutor();
        workers.setCorePoolSize(Math.max(2, Runtime.getRuntime().availableProcessors()));
        workers.setThreadNamePrefix("worker-");
        workers.setDaemon(true);
        return workers;
    }
}
