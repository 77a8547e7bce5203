package org.kcibridge.it.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.it.standin.Answer;
import org.kcibridge.it.standin.KcidbStandIn;
import org.kcibridge.kind.IntegrationTest;

/** Whatever KCIDB does in the middle of a backlog, everything gets there in the end, in one way. */
@IntegrationTest
class FaultsIT extends BridgeTest {

    private static final int BACKLOG = 600;

    /** What goes wrong. */
    enum Trouble {
        /** Each has arrived, and the bridge has stopped listening before it is told so. */
        TOO_LATE(kcidb -> kcidb.script().spoilNext(2, answer -> answer.after(Duration.ofSeconds(5)))),
        BROKEN_OFF(kcidb -> kcidb.script().spoilNext(2, answer -> Answer.reset())),
        HUNG_UP(kcidb -> kcidb.script().dropAnswers(2)),
        GARBAGE(kcidb -> kcidb.script().spoilNext(2, answer -> Answer.garbage())),
        CUT_SHORT(kcidb -> kcidb.script().spoilNext(2, Answer::truncated)),
        NOT_OURS(kcidb -> kcidb.script().answerNext(2, Answer.text(200, "<html>a portal of the hotel</html>"))),
        BUSY(kcidb -> kcidb.script().answerNext(2, Answer.tooMany(Duration.ofSeconds(30)))),
        BROKEN(kcidb -> kcidb.script().answerNext(5, Answer.text(500, "Internal server error"))),
        NOT_KNOWN(kcidb -> kcidb.script().deny(401)),
        DEAD(KcidbStandIn::down),
        FAILS_TO_PROCESS(kcidb -> kcidb.script().failNext(2));

        private final Consumer<KcidbStandIn> beginning;

        Trouble(Consumer<KcidbStandIn> beginning) {
            this.beginning = beginning;
        }
    }

    private final Waiting waiting = new Waiting(database);

    @ParameterizedTest
    @EnumSource
    void losesNothingAndContradictsNothing(Trouble trouble) throws SQLException {
        trouble.beginning.accept(kcidb);
        waiting.due(BACKLOG);
        awaitTrouble();
        kcidb.up();
        kcidb.script().admit();

        await("all is said").atMost(Duration.ofMinutes(1)).until(() -> {
            database.clock().advance(Duration.ofMinutes(1));
            return waiting.count("CONFIRMED") == BACKLOG
                    && database.count("select count(*) from delivery where state = 'SPOOLED'") == 0;
        });
        try (Connection connection = database.worker().connect()) {
            assertThat(Audit.books(connection)).isEmpty();
            assertThat(Audit.deliveries(connection, kcidb.documents())).isEmpty();
        }
    }

    private void awaitTrouble() {
        await("something has gone wrong")
                .atMost(PATIENCE)
                .until(() ->
                        database.count("select count(*) from delivery where state in ('NOT_TAKEN', 'FAILED')") > 0);
    }
}
