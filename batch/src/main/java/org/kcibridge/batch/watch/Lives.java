package org.kcibridge.batch.watch;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.kcibridge.log.BridgeLog;
import org.kcibridge.log.OneLine;

/** The executions that live on this node. Whoever loses its connection, and with it its locks, takes them again at once. */
@ApplicationScoped
public class Lives {

    private final Map<Long, Life> lives = new ConcurrentHashMap<>();

    @Resource(lookup = "java:jboss/datasources/BatchDS")
    DataSource database;

    /**
     * Begins the life of an execution.
     *
     * @param instance its job
     * @return whether no other execution of that job lives, on whatever node
     */
    public boolean begin(long execution, long instance) throws SQLException {
        Life life = Life.of(database.getConnection(), execution, instance);
        if (life.isAlone()) {
            lives.put(execution, life);
        } else {
            life.end();
        }
        return life.isAlone();
    }

    /** Ends a life; one that has not begun, too. */
    public void end(long execution) throws SQLException {
        Life life = lives.remove(execution);
        if (life != null) {
            life.end();
        }
    }

    /** Sees that what lives has its locks. */
    void lookAfter() {
        lives.forEach((execution, life) -> {
            if (!life.goesOn()) {
                again(execution, life);
            }
        });
    }

    private void again(long execution, Life before) {
        before.abandon();
        try {
            Life life = Life.of(database.getConnection(), execution, before.instance());
            if (lives.replace(execution, before, life)) {
                BridgeLog.LOG.executionSeenAgain(execution);
            } else {
                life.end();
            }
        } catch (SQLException away) {
            BridgeLog.LOG.executionUnseen(execution, OneLine.of(away.toString()));
        }
    }
}
