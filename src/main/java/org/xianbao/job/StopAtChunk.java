package org.xianbao.job;

import java.time.Duration;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.core.Ordered;

/**
 * When the program is asked to end, asks the run that is under way to stop after the chunk at hand, and waits for it,
 * before anything that the run uses is closed. The status goes through the repository, where each chunk's commit looks,
 * since {@code JobOperator.stop} races with it (spring-batch #5484).
 */
final class StopAtChunk implements ApplicationListener<ContextClosedEvent>, Ordered {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final JobRepository repository;
    private final Nights nights;

    StopAtChunk(JobRepository repository, Nights nights) {
        this.repository = repository;
        this.nights = nights;
    }

    @Override
    public void onApplicationEvent(ContextClosedEvent event) {
        if (!nights.underWay()) {
            return;
        }
        for (JobExecution execution : repository.findRunningJobExecutions(NightlyJob.NAME)) {
            execution.setStatus(BatchStatus.STOPPING);
            repository.update(execution);
        }
        nights.awaitEnd(LONGEST);
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }
}
