package org.xianbao.cli;

import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationListener;
import org.springframework.context.ConfigurableApplicationContext;

/** The Spring application as the commands see it: started when a command needs it, closed with the command. */
final class Services implements AutoCloseable {
    private static final String CLOCK = "org.springframework.boot.quartz.autoconfigure.QuartzAutoConfiguration";

    private final ConfigurableApplicationContext context;

    private Services(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Without the clock; what a command does not use is not made. */
    static Services start(Class<?> application, Setup setup) {
        SpringApplication spring = new SpringApplication(application);
        spring.setLazyInitialization(true);
        spring.setDefaultProperties(Map.of("spring.autoconfigure.exclude", CLOCK));
        return run(spring, setup);
    }

    /** With the clock; the listener hears what it does. */
    static Services serve(Class<?> application, Setup setup, ApplicationListener<?> listener) {
        SpringApplication spring = new SpringApplication(application);
        spring.setDefaultProperties(Map.of("xianbao.serve", "true"));
        spring.addListeners(listener);
        return run(spring, setup);
    }

    private static Services run(SpringApplication spring, Setup setup) {
        System.setProperty("xianbao.logs", setup.home().logs().toString());
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
