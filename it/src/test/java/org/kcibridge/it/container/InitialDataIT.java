package org.kcibridge.it.container;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.kcibridge.kind.IntegrationTest;

/** A test over HTTP finds what the installation has written, although the test before it emptied every table. */
@IntegrationTest
class InitialDataIT extends BridgeTest {

    private int tokensBefore;

    /** Runs when the initial data are back. */
    @BeforeEach
    void lookFirst() {
        tokensBefore = database.count("select count(*) from api_token");
    }

    @RepeatedTest(2)
    void findsTheOperatorsTokenAndItsOwnKindOfInstallation() {
        assertThat(tokensBefore).isEqualTo(1);
        assertThat(database.value("select sandbox from installation")).isEqualTo("f");
        assertThat(api.get("/jobs").status()).isEqualTo(200);

        database.update("delete from api_token");
        database.update("delete from installation");

        assertThat(api.get("/jobs").status()).as("without any token").isEqualTo(401);
    }
}
