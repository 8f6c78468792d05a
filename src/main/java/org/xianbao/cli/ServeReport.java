package org.xianbao.cli;

import java.nio.file.Path;
import java.util.Map;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.xianbao.schedule.FiringFailed;
import org.xianbao.schedule.NightRan;

/** Tells what the clock does, as it happens. */
final class ServeReport implements ApplicationListener<PayloadApplicationEvent<?>> {
    private final Path home;
    private final Console console;

    ServeReport(Path home, Console console) {
        this.home = home;
        this.console = console;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof NightRan night) {
            NightReport.print(night.outcome(), home, console);
        } else if (event.getPayload() instanceof FiringFailed failed) {
            console.err().println(console.text("serve.failed", Map.of("job", failed.job())));
        }
    }
}
