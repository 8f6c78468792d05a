package org.xianbao.schedule;

import java.sql.SQLException;
import java.text.ParseException;
import java.time.Duration;
import java.util.Date;
import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.xianbao.definition.Definitions;
import org.xianbao.job.Nights;
import org.xianbao.job.Progress;
import org.xianbao.period.Closing;

/** One fire of the nightly job or of the closes, told apart by the job's name. What breaks off is tried again. */
@DisallowConcurrentExecution
public class Firing implements Job {
    static final String NIGHTLY = "nightly";
    static final String CLOSE = "close";

    private static final Logger LOG = LoggerFactory.getLogger(Firing.class);
    private static final Duration AGAIN_IN = Duration.ofMinutes(10);

    private final Clockwork clockwork;
    private final Definitions definitions;
    private final Nights nights;
    private final Closing closing;
    private final ApplicationEventPublisher listeners;

    Firing(
            Clockwork clockwork,
            Definitions definitions,
            Nights nights,
            Closing closing,
            ApplicationEventPublisher listeners) {
        this.clockwork = clockwork;
        this.definitions = definitions;
        this.nights = nights;
        this.closing = closing;
        this.listeners = listeners;
    }

    @Override
    @SuppressWarnings("CatchingUnchecked") // a fault must not stop the clock
    public void execute(JobExecutionContext context) {
        String job = context.getJobDetail().getKey().getName();
        try {
            if (!fire(job)) {
                LOG.info("{} is being seen to by another process", job);
            }
        } catch (Exception e) {
            LOG.error("{} broke off, once more in {}", job, AGAIN_IN, e);
            listeners.publishEvent(new FiringFailed(job, e));
            again(context, job);
        }
    }

    private boolean fire(String job) throws ParseException, SQLException {
        var settings = definitions.settings();
        return job.equals(NIGHTLY)
                ? clockwork.fire(
                        job,
                        new Cron(settings.nightlyCron(), settings.zone()),
                        night -> listeners.publishEvent(new NightRan(nights.run(night, Progress.NONE))))
                : clockwork.fire(
                        job,
                        new Cron(settings.closeCron(), settings.zone()),
                        night -> LOG.info(
                                "closed {} editions", closing.closeDue().size()));
    }

    private static void again(JobExecutionContext context, String job) {
        TriggerKey key = TriggerKey.triggerKey("again", job);
        Trigger trigger = TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(context.getJobDetail())
                .startAt(Date.from(context.getFireTime().toInstant().plus(AGAIN_IN)))
                .build();
        try {
            context.getScheduler().unscheduleJob(key);
            context.getScheduler().scheduleJob(trigger);
        } catch (SchedulerException e) {
            LOG.error("{} cannot be planned again before its next time", job, e);
        }
    }
}
