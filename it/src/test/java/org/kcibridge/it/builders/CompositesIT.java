package org.kcibridge.it.builders;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** Rows that belong together are found from each other, in the database and by clients. */
@IntegrationTest
class CompositesIT extends BridgeTest {

    @Test
    void aTestLeadsToItsCheckout(TestedBuild tested) {
        JsonObject test = api.get("/tests/" + tested.test().id()).json();
        JsonObject build = api.get("/builds/" + test.getString("build_id")).json();
        JsonObject checkout =
                api.get("/checkouts/" + build.getString("checkout_id")).json();

        assertThat(checkout.getString("id")).isEqualTo(tested.checkout().id());
        assertThat(build.getString("id")).isEqualTo(tested.build().id());
    }

    @Test
    void anIncidentLeadsToItsIssueAndItsBuild(KnownIssue known) {
        JsonObject incident = api.get("/incidents/" + known.incident().id()).json();

        assertThat(api.get("/issues/" + incident.getString("issue_id")).status())
                .isEqualTo(200);
        assertThat(api.get("/builds/" + incident.getString("build_id")).json().getString("status"))
                .isEqualTo("FAIL");
        assertThat(incident.containsKey("test_id")).isFalse();
    }

    @Test
    void eachIsMadeOnceAndNothingBesides(TestedBuild tested, KnownIssue known) {
        assertThat(database.count("select count(*) from checkouts")).isEqualTo(2);
        assertThat(database.count("select count(*) from builds")).isEqualTo(2);
        assertThat(database.count("select count(*) from tests")).isEqualTo(1);
        assertThat(database.count("select count(*) from issues")).isEqualTo(1);
        assertThat(database.count("select count(*) from incidents")).isEqualTo(1);
    }

    @Test
    void twoOfAKindAreTwo(TestedBuild one, TestedBuild other, KnownIssue known) {
        assertThat(one.test().id()).isNotEqualTo(other.test().id());
        assertThat(database.count("select count(*) from checkouts")).isEqualTo(3);
        assertThat(known.incident().text("build_id")).isEqualTo(known.build().id());
    }
}
