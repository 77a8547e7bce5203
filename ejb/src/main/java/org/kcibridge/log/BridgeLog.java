package org.kcibridge.log;

import static org.jboss.logging.Logger.Level.DEBUG;
import static org.jboss.logging.Logger.Level.ERROR;
import static org.jboss.logging.Logger.Level.FATAL;
import static org.jboss.logging.Logger.Level.INFO;
import static org.jboss.logging.Logger.Level.WARN;

import java.lang.invoke.MethodHandles;
import java.util.UUID;
import org.jboss.logging.BasicLogger;
import org.jboss.logging.Logger;
import org.jboss.logging.annotations.Cause;
import org.jboss.logging.annotations.LogMessage;
import org.jboss.logging.annotations.Message;
import org.jboss.logging.annotations.MessageLogger;

/**
 * Everything the core tells operators, with a number that can be searched for. Numbers are never reused: 1-99 start and
 * settings, 100-199 scheduling and runners, 200-299 callbacks, 300-399 delivery to KCIDB, 400-499 events, 500-599 batch jobs.
 */
@MessageLogger(projectCode = "KCIB", length = 4)
public interface BridgeLog extends BasicLogger {

    BridgeLog LOG = Logger.getMessageLogger(MethodHandles.lookup(), BridgeLog.class, "org.kcibridge");

    @LogMessage(level = FATAL)
    @Message(id = 1, value = "Cannot start: %s")
    void badSetting(String problem);

    @LogMessage(level = INFO)
    @Message(id = 2, value = "No operator token existed: a new one stands in %s; read it and delete the file")
    void firstTokenWritten(String file);

    @LogMessage(level = ERROR)
    @Message(
            id = 3,
            value = "The chore '%s' failed; it is tried every few seconds, and the same trouble is not logged again")
    void choreFailed(String chore, @Cause Throwable trouble);

    @LogMessage(level = WARN)
    @Message(id = 4, value = "KCIDB_DRY_RUN is on: reports are kept in the outbox and none is sent")
    void dryRun();

    @LogMessage(level = WARN)
    @Message(id = 5, value = "The chore '%s' had stopped; it goes on")
    void choreStopped(String chore);

    @LogMessage(level = WARN)
    @Message(id = 6, value = "Switched to mode %s by %s: %s")
    void switched(String mode, String by, String meaning);

    @LogMessage(level = INFO)
    @Message(id = 100, value = "Job %s: runner %s took it as %s")
    void submitted(UUID job, String runner, String uid);

    @LogMessage(level = WARN)
    @Message(id = 101, value = "Job %s: runner %s refused it: %s")
    void rejected(UUID job, String runner, String reason);

    @LogMessage(level = WARN)
    @Message(id = 102, value = "Job %s: runner %s could not be reached, trying again: %s")
    void unreachable(UUID job, String runner, String reason);

    @LogMessage(level = WARN)
    @Message(id = 103, value = "Job %s: runner %s never told how it ended; that is what is reported")
    void lost(UUID job, String runner);

    @LogMessage(level = WARN)
    @Message(id = 104, value = "Job %s: runner %s gave no answer about it: %s")
    void notAnswered(UUID job, String runner, String reason);

    @LogMessage(level = INFO)
    @Message(id = 105, value = "Job %s was cancelled before the runner had it")
    void cancelled(UUID job);

    @LogMessage(level = INFO)
    @Message(id = 106, value = "Job %s was cancelled: runner %s was told to stop")
    void toldToStop(UUID job, String runner);

    @LogMessage(level = WARN)
    @Message(id = 107, value = "Job %s was cancelled, but runner %s does not stop it: %s")
    void notStopped(UUID job, String runner, String reason);

    @LogMessage(level = WARN)
    @Message(id = 200, value = "Callback %d was put into quarantine: %s")
    void quarantined(long callback, String reason);

    @LogMessage(level = ERROR)
    @Message(id = 201, value = "Callback %d could not be applied, trying again")
    void notApplied(long callback, @Cause Throwable trouble);

    @LogMessage(level = INFO)
    @Message(id = 202, value = "Job %s finished: build %s")
    void finished(UUID job, String build);

    @LogMessage(level = WARN)
    @Message(id = 203, value = "A callback at the door '%s' proved nothing and was turned away")
    void unproven(String door);

    @LogMessage(level = INFO)
    @Message(id = 300, value = "KCIDB took %d submissions (%d objects) as %s")
    void sent(int submissions, int objects, String kcidbId);

    @LogMessage(level = WARN)
    @Message(id = 301, value = "KCIDB did not take a batch of %d submissions, trying again: %s")
    void notSent(int submissions, String reason);

    @LogMessage(level = ERROR)
    @Message(id = 302, value = "Submission %s cannot be delivered: %s")
    void dead(UUID submission, String reason);

    @LogMessage(level = ERROR)
    @Message(id = 303, value = "KCIDB refuses our token (KCIDB_TOKEN); nothing is sent until it takes it: %s")
    void unauthorised(String reason);

    @LogMessage(level = WARN)
    @Message(
            id = 305,
            value = "KCIDB is out of reach; it is tried again now and then, and nothing is sent meanwhile: %s")
    void interrupted(String reason);

    @LogMessage(level = INFO)
    @Message(id = 306, value = "KCIDB can be reached again")
    void resumed();

    @LogMessage(level = WARN)
    @Message(id = 304, value = "KCIDB failed to process %s; its submissions are sent again")
    void notProcessed(String kcidbId);

    @LogMessage(level = WARN)
    @Message(id = 400, value = "Events cannot be read and are told later: %s")
    void noEvents(String reason);

    @LogMessage(level = INFO)
    @Message(id = 401, value = "Events are told again")
    void eventsAgain();

    @LogMessage(level = DEBUG)
    @Message(id = 402, value = "A live session of %s was ended: %s")
    void sessionEnded(String caller, String reason);

    @LogMessage(level = WARN)
    @Message(id = 500, value = "Batch execution %d: its node died; it can be restarted")
    void executionDied(long execution);

    @LogMessage(level = WARN)
    @Message(id = 501, value = "It cannot be found out which batch executions died: %s")
    void executionsUnknown(String reason);

    @LogMessage(level = INFO)
    @Message(id = 502, value = "Batch execution %d lost its connection and has another")
    void executionSeenAgain(long execution);

    @LogMessage(level = DEBUG)
    @Message(id = 503, value = "Batch execution %d has no connection: %s")
    void executionUnseen(long execution, String reason);

    @LogMessage(level = WARN)
    @Message(id = 504, value = "Of %s of the FastAPI service something is not taken over: %s")
    void notMigrated(String uid, String reason);
}
