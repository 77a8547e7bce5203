package org.kcibridge.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.ApiTest;
import org.kcibridge.kind.LiveTest;

/** What anybody sees of a server who has no token. */
@LiveTest
class PublicDoorsIT extends ApiTest {

    @Test
    void greets() {
        assertThat(api.outside("/").response().body()).contains("KCI Bridge").doesNotContain("WildFly");
    }

    @Test
    void tellsItsContract() {
        Reply contract = api.outside("/openapi");

        assertThat(contract.status()).isEqualTo(200);
        assertThat(contract.response().body()).contains("/api/v1/builds/run");
    }

    @Test
    void leavesNoDoorOpenBesideTheApplication() {
        assertThat(api.outside("/wildfly-services").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/jobs", "/builds", "/checkouts", "/submissions"})
    void asksStrangersWhoTheyAre(String path) {
        Reply reply = api.with(null).get(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).isNotNull();
        assertThat(reply.json().getInt("status")).isEqualTo(401);
    }
}
