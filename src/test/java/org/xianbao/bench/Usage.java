package org.xianbao.bench;

import com.sun.management.GarbageCollectionNotificationInfo;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.NotificationEmitter;
import javax.management.openmbean.CompositeData;

/** Time, CPU and heap of this JVM between two moments. */
final class Usage {
    private static final OperatingSystemMXBean SYSTEM =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    private final long wall = System.nanoTime();
    private final long process = SYSTEM.getProcessCpuTime();
    private final long threads = threads();
    private final long collecting = collecting();
    private final AtomicLong afterCollection = new AtomicLong();

    private Usage() {}

    static Usage begin() {
        Usage usage = new Usage();
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            ((NotificationEmitter) collector)
                    .addNotificationListener(
                            (notification, handback) -> usage.collected(
                                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData())
                                            .getGcInfo()
                                            .getMemoryUsageAfterGc()
                                            .entrySet()
                                            .stream()
                                            .filter(e -> isHeap(e.getKey()))
                                            .map(java.util.Map.Entry::getValue)
                                            .mapToLong(MemoryUsage::getUsed)
                                            .sum()),
                            null,
                            null);
        }
        return usage;
    }

    private static boolean isHeap(String pool) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .anyMatch(p -> p.getName().equals(pool) && p.getType() == java.lang.management.MemoryType.HEAP);
    }

    private void collected(long used) {
        afterCollection.accumulateAndGet(used, Math::max);
    }

    void end(Report report) {
        report.put("wall.us", (System.nanoTime() - wall) / 1000);
        report.put("cpu.process.us", (SYSTEM.getProcessCpuTime() - process) / 1000);
        report.put("cpu.threads.us", (threads() - threads) / 1000);
        report.put("gc.ms", collecting() - collecting);
        report.put("heap.max", Runtime.getRuntime().maxMemory());
        report.put("heap.after-gc", afterCollection.get());
    }

    /** CPU of all Java threads that live; collectors and compilers are not among them. */
    private static long threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getAllThreadIds())
                .map(threads::getThreadCpuTime)
                .filter(t -> t > 0)
                .sum();
    }

    private static long collecting() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionTime)
                .sum();
    }
}
