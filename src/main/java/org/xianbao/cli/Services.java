package org.xianbao.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The Spring application as the commands see it: started when a command needs it, closed with the command. */
final class Services implements AutoCloseable {
    private static final String WITHOUT_CLOCK = "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration";

    private final ConfigurableApplicationContext context;

    private Services(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** @param clock whether the scheduler runs */
    static Services start(Class<?> application, Setup setup, boolean clock) {
        System.setProperty("xianbao.logs", setup.home().logs().toString());
        SpringApplication spring = new SpringApplication(application);
        spring.setLazyInitialization(!clock);
        spring.setDefaultProperties(
                clock
                        ? Map.of("xianbao.serve", "true", "spring.quartz.auto-startup", "true")
                        : Map.of("spring.autoconfigure.exclude", WITHOUT_CLOCK));
        String[] arguments = setup.given().entrySet().stream()
                .map(e -> "--" + e.getKey() + "=" + e.getValue())
                .toArray(String[]::new);
        return new Services(spring.run(arguments));
    }

    <T> T get(Class<T> service) {
        return context.getBean(service);
    }

    /** Until the process is asked to end; Spring then closes the application, and with it the process. */
    void awaitEnd() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        never.await();
    }

    @Override
    public void close() {
        context.close();
    }
}
