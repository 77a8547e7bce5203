package org.kcibridge.heartbeat;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.DependsOn;
import jakarta.ejb.NoMoreTimeoutsException;
import jakarta.ejb.NoSuchObjectLocalException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.Timeout;
import jakarta.ejb.Timer;
import jakarta.ejb.TimerConfig;
import jakarta.ejb.TimerService;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorDefinition;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.kcibridge.health.NodeState;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.meter.Meters;
import org.kcibridge.mode.Mode;
import org.kcibridge.mode.Modes;

/**
 * Runs every {@link Chore} of this node. Each has a single-action timer that is armed again when the chore is done: a busy one
 * goes on without a pause, and timers stand still while the server is suspended. Who knows of work need not let it wait for
 * the timer, and {@linkplain #call calls} the chore; a slow one never overlaps itself. Whoever needs the node to stand still
 * while it goes on serving {@linkplain #pause pauses} it.
 */
@Singleton
@Startup
@DependsOn({"SettingsCheck", "Installation"})
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
@ManagedExecutorDefinition(name = Heartbeat.CALLS, maxAsync = Heartbeat.CALLED_AT_A_TIME)
public class Heartbeat {

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);

    private static final String WATCH = "watch";

    /** Threads that no chore waits for itself. */
    static final String CALLS = "java:module/concurrent/calls";

    static final int CALLED_AT_A_TIME = 2;

    private static final int ALL = 1000;

    /** What takes longer is due again when its lease ends. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(10);

    @Resource
    TimerService timers;

    @Inject
    Instance<Chore> chores;

    @Inject
    Modes modes;

    @Inject
    Meters meters;

    @Inject
    NodeState node;

    @Resource(lookup = CALLS)
    ManagedExecutorService executor;

    private final Map<String, Chore> byName = new TreeMap<>();

    private final Turns turns = new Turns();

    /** Chores whose timers have gone off and are not armed again. */
    private final Set<String> beating = ConcurrentHashMap.newKeySet();

    /** A beat holds one permit, a pause all of them. Fair, so that a pause is not kept waiting by ever new beats. */
    private final Semaphore beats = new Semaphore(ALL, true);

    private final AtomicBoolean paused = new AtomicBoolean();

    /** What each chore last failed with: while the database is away every chore fails every few seconds. */
    private final Map<String, String> troubles = new ConcurrentHashMap<>();

    @PostConstruct
    void start() {
        for (Chore chore : chores) {
            byName.put(chore.name(), chore);
        }
        if (byName.isEmpty()) {
            throw new IllegalStateException("no chore was found: nothing would ever be sent");
        }
        byName.values().forEach(chore -> arm(chore.name(), chore.rest()));
        node.beats();
    }

    /**
     * Lets what is in hand end before the application goes, and the connections with it. A server that is suspended first has
     * waited for it already; one that is undeployed has not.
     */
    @PreDestroy
    void stop() {
        try {
            pause(LAST_PATIENCE);
        } catch (InterruptedException inAHurry) {
            Thread.currentThread().interrupt();
        }
    }

    @Timeout
    void beat(Timer timer) {
        String name = (String) timer.getInfo();
        beating.add(name);
        node.beats();
        Duration pause = AFTER_TROUBLE;
        try {
            pause = attempt(byName.get(name));
        } finally {
            arm(name, pause);
            beating.remove(name);
        }
    }

    /** Has a chore done now that would rest otherwise, as there is something for it to do. */
    public void call(String name) {
        if (turns.call(name)) {
            answer(byName.get(name));
        }
    }

    /** Each portion is a task of its own: a server that is suspended lets tasks end, and takes no more. */
    private void answer(Chore chore) {
        try {
            executor.execute(() -> {
                if (attempt(chore).isZero()) {
                    answer(chore);
                }
            });
        } catch (RejectedExecutionException ending) {
            // Another node finds the work, or the next start.
        }
    }

    /** Does nothing while another thread is at it. @return how long to rest after it */
    private Duration attempt(Chore chore) {
        if (!turns.begin(chore.name())) {
            return chore.rest();
        }
        Duration pause = AFTER_TROUBLE;
        boolean again = false;
        try {
            pause = run(chore);
            troubles.remove(chore.name());
        } catch (RuntimeException trouble) {
            report(chore.name(), trouble);
        } finally {
            again = turns.end(chore.name());
        }
        // Trouble is over no sooner because somebody calls.
        return again && !pause.equals(AFTER_TROUBLE) ? Duration.ZERO : pause;
    }

    /** @return how long to rest after it */
    private Duration run(Chore chore) {
        if (!begins()) {
            return chore.rest();
        }
        try {
            if (!chore.isHousekeeping() && modes.current() == Mode.READ_ONLY) {
                count(chore.name(), "held");
                return chore.rest();
            }
            boolean more = chore.run();
            count(chore.name(), "done");
            return more ? Duration.ZERO : chore.rest();
        } finally {
            beats.release();
        }
    }

    private void count(String chore, String outcome) {
        meters.counter("kci_bridge.chore.runs", "chore", chore, "outcome", outcome)
                .increment();
    }

    /** Unlike the other {@code tryAcquire} this one does not push in before a pause that is waiting. */
    private boolean begins() {
        try {
            return beats.tryAcquire(0, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /**
     * Lets no chore of this node begin until {@link #resume}, and waits for those that are at work. Other nodes go on.
     *
     * @return whether they ended in time; if not, nothing is paused
     */
    public boolean pause(Duration patience) throws InterruptedException {
        if (!paused.get() && beats.tryAcquire(ALL, patience.toMillis(), TimeUnit.MILLISECONDS)) {
            paused.set(true);
        }
        return paused.get();
    }

    public boolean isPaused() {
        return paused.get();
    }

    /** Ends a pause, if there is one. */
    public void resume() {
        if (paused.compareAndSet(true, false)) {
            beats.release(ALL);
        }
    }

    /**
     * Arms what has stopped: the container drops a timer whose call it could not begin, when the server is being suspended
     * for example, and nobody else would notice that a chore is done no more.
     */
    @Schedule(hour = "*", minute = "*", info = WATCH, persistent = false)
    void watch() {
        Set<String> stopped = new TreeSet<>(byName.keySet());
        timers.getTimers().forEach(timer -> stopped.remove(nameOf(timer)));
        stopped.removeAll(beating);
        for (String name : stopped) {
            BridgeLog.LOG.choreStopped(name);
            arm(name, Duration.ZERO);
        }
    }

    /** One that has gone off since it was listed says nothing any more; its chore is running then. */
    private static String nameOf(Timer timer) {
        try {
            return (String) timer.getInfo();
        } catch (NoSuchObjectLocalException | NoMoreTimeoutsException gone) {
            return WATCH;
        }
    }

    private void report(String name, RuntimeException trouble) {
        count(name, "failed");
        String summary = trouble.toString();
        if (!summary.equals(troubles.put(name, summary))) {
            BridgeLog.LOG.choreFailed(name, trouble);
        }
    }

    private void arm(String name, Duration pause) {
        timers.createSingleActionTimer(pause.toMillis(), new TimerConfig(name, false));
    }
}
