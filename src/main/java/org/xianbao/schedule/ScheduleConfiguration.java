package org.xianbao.schedule;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import javax.sql.DataSource;
import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.xianbao.database.ReaderGuard;
import org.xianbao.definition.DefinitionError;
import org.xianbao.definition.Definitions;
import org.xianbao.definition.InvalidDefinitions;
import org.xianbao.definition.Settings;

/** The clock, wound only where the program is to stay ({@code xianbao.serve}). */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("xianbao.serve")
class ScheduleConfiguration {

    @Bean
    Clockwork clockwork(DataSource database, Clock clock) {
        return new Clockwork(database, clock);
    }

    @Bean
    Winding winding(
            Scheduler scheduler,
            Clockwork clockwork,
            Definitions definitions,
            @Value("${xianbao.jobs:jobs}") Path jobs) {
        return new Winding(scheduler, clockwork, definitions.settings(), jobs);
    }

    @Bean
    ReaderWatch readerWatch(DataSource database) {
        return new ReaderWatch(new ReaderGuard(database));
    }

    /** Plans both jobs by the definitions, and makes up at once for what was missed, before the clock starts. */
    static final class Winding implements SmartLifecycle {
        private static final int BEFORE_THE_SCHEDULER = DEFAULT_PHASE - 1;

        private final Scheduler scheduler;
        private final Clockwork clockwork;
        private final Settings settings;
        private final Path jobs;
        private volatile boolean running;

        Winding(Scheduler scheduler, Clockwork clockwork, Settings settings, Path jobs) {
            this.scheduler = scheduler;
            this.clockwork = clockwork;
            this.settings = settings;
            this.jobs = jobs;
        }

        @Override
        public void start() {
            List<DefinitionError> errors = CronCheck.check(settings, jobs);
            if (!errors.isEmpty()) {
                throw new InvalidDefinitions(errors);
            }
            try {
                plan(Firing.NIGHTLY, settings.nightlyCron());
                plan(Firing.CLOSE, settings.closeCron());
            } catch (SchedulerException | SQLException e) {
                throw new IllegalStateException("the clock cannot be wound", e);
            }
            running = true;
        }

        private void plan(String name, String cron) throws SchedulerException, SQLException {
            clockwork.begin(name);
            JobDetail job = JobBuilder.newJob(Firing.class)
                    .withIdentity(name)
                    .storeDurably()
                    .requestRecovery()
                    .build();
            scheduler.addJob(job, true);
            TriggerKey key = TriggerKey.triggerKey("cron", name);
            Trigger there = scheduler.getTrigger(key);
            if (there == null) {
                scheduler.scheduleJob(trigger(key, name, cron));
            } else if (!planned(there, cron)) {
                scheduler.rescheduleJob(key, trigger(key, name, cron));
            }
            scheduler.triggerJob(JobKey.jobKey(name));
        }

        private boolean planned(Trigger there, String cron) {
            return there instanceof CronTrigger now
                    && now.getCronExpression().equals(cron)
                    && now.getTimeZone().toZoneId().equals(settings.zone());
        }

        private Trigger trigger(TriggerKey key, String job, String cron) {
            return TriggerBuilder.newTrigger()
                    .withIdentity(key)
                    .forJob(job)
                    .withSchedule(CronScheduleBuilder.cronSchedule(cron)
                            .inTimeZone(java.util.TimeZone.getTimeZone(settings.zone()))
                            .withMisfireHandlingInstructionFireAndProceed())
                    .build();
        }

        @Override
        public void stop() {
            running = false;
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return BEFORE_THE_SCHEDULER;
        }
    }
}
