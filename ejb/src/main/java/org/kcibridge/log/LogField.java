package org.kcibridge.log;

import org.jboss.logging.MDC;

/**
 * Says of everything that this thread logs what it is about, until it is closed: {@code BRIDGE_LOG_FORMAT=json} writes it as a
 * field of its own, by which all lines about one job can be found, those of libraries among them.
 */
public final class LogField implements AutoCloseable {

    private final String name;
    private final Object before;

    private LogField(String name, Object value) {
        this.name = name;
        this.before = MDC.get(name);
        MDC.put(name, value.toString());
    }

    public static LogField job(Object id) {
        return new LogField("job", id);
    }

    public static LogField submission(Object id) {
        return new LogField("submission", id);
    }

    public static LogField callback(long id) {
        return new LogField("callback", id);
    }

    public static LogField delivery(long id) {
        return new LogField("delivery", id);
    }

    /** Threads are used again: what was said before is said again. */
    @Override
    public void close() {
        if (before == null) {
            MDC.remove(name);
        } else {
            MDC.put(name, before);
        }
    }
}
