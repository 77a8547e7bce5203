package org.kcibridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.kcibridge.it.database.DatabaseServer;
import org.kcibridge.it.database.SharedServer;
import org.kcibridge.kind.IntegrationTest;

/** Workers do not starve each other of connections. */
@IntegrationTest
@ExtendWith(SharedServer.class)
class WorkerTest {

    @Test
    void findsRoomForTwoOnADatabaseOfTheTests(DatabaseServer server) {
        assertThatCode(() -> new Worker(1, 2).requireConnections(server)).doesNotThrowAnyException();
    }

    @Test
    void saysThatTooManyWouldStarve(DatabaseServer server) {
        assertThatThrownBy(() -> new Worker(1, 40).requireConnections(server))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("40 workers")
                .hasMessageContaining("max_connections");
    }

    @Test
    void hasANameOfItsOwn() {
        assertThat(new Worker(1, 2).name()).isNotEqualTo(new Worker(2, 2).name());
    }
}
