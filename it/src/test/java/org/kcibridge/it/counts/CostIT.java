package org.kcibridge.it.counts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.as.arquillian.container.ManagementClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/**
 * What each thing costs in statements, transactions and requests. Whoever makes one cheaper writes down the new number; whoever
 * makes one dearer needs a reason.
 */
@IntegrationTest
class CostIT extends BridgeTest {

    private static final String TESTS =
            """
            {"build_id":"maestro:1","kernel_image_url":"https://files.example.org/Image","collection":"c",
             "tests":["a0","a1","a2","a3","a4","a5","a6","a7","a8","a9"]}""";

    @ArquillianResource
    ManagementClient management;

    /** What the runner calls back would be counted, too. */
    @BeforeEach
    void hearNothing() {
        tuxSuite.script().silent(true);
    }

    private Cost cost(Runnable something) {
        return Cost.of(management, something);
    }

    @Test
    void ofABuildThatIsAskedFor() {
        standStill();

        Cost cost = cost(() -> api.build(Map.of()));

        assertThat(cost).isEqualTo(new Cost(8, 2));
        assertThat(tuxSuite.requests()).hasSize(1);
    }

    @Test
    void ofTenTestsThatAreAskedFor() {
        standStill();

        Cost cost = cost(() -> api.post("/tests/run", TESTS));

        assertThat(cost).isEqualTo(new Cost(7, 2));
        assertThat(tuxSuite.requests()).hasSize(1);
    }

    @Test
    void ofACallbackFromItsArrivalToTheOutbox() {
        String job = scheduleBuild(Map.of());
        String uid = job(job).getString("runner_uid");
        standStill();

        BuildCallback callback = BuildCallback.of(tuxSuite, job, uid);
        Cost taken = cost(() -> assertThat(callback.post(api)).isEqualTo(204));
        Cost applied = cost(() -> beat("apply callbacks"));

        assertThat(taken).isEqualTo(new Cost(1, 1));
        assertThat(applied).isEqualTo(new Cost(13, 2));
        assertThat(database.count("select count(*) from submission")).isEqualTo(1);
    }

    /** In two posts, each with a hint to the planner, and with a look whether there is more. */
    @Test
    void ofAThousandObjectsThatAreDelivered() {
        standStill();
        given.bulk(500, i -> given.submission().with("job_id", null));
        database.update("update submission set due_at = now()");

        Cost cost = cost(() -> beat("dispatch reports"));

        assertThat(database.count("select count(*) from submission where state = 'SENT'"))
                .isEqualTo(500);
        assertThat(kcidb.posts()).isEqualTo(2);
        assertThat(cost).isEqualTo(new Cost(33, 9));
    }

    @Test
    void ofAPageOfAList() {
        given.bulk(200, i -> given.test());
        standStill();

        assertThat(cost(() -> api.get("/tests?pageSize=100"))).isEqualTo(new Cost(1, 0));
        assertThat(cost(() -> api.get("/tests?pageSize=100&total=false"))).isEqualTo(new Cost(1, 0));
    }
}
