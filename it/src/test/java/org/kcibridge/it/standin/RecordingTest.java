package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.it.standin.Service.Subject;
import org.kcibridge.kind.UnitTest;

/** What stand-ins were asked can be looked at, in the order in which it came, and waited for. */
@UnitTest
class RecordingTest {

    @ParameterizedTest
    @EnumSource
    void shouldRecordWhatItWasAsked(Service service) throws Exception {
        try (Subject it = service.start()) {
            Instant before = Instant.now();
            Http.post(it.work(), it.authorization(), it.body());
            Http.get(it.standIn().url().resolve("/nowhere?id=a%20b&id=c&empty"), "guess");

            assertThat(it.standIn().requests()).extracting(Request::method).containsExactly("POST", "GET");
            Request post = it.standIn().requests().to("POST", "/(tests|submit)").only();
            assertThat(post.path()).isEqualTo(it.work().getPath());
            assertThat(post.header("AUTHORIZATION")).contains(it.authorization());
            assertThat(post.text()).isEqualTo(it.body());
            assertThat(post.json()).hasToString(it.body().replace(" ", ""));
            assertThat(post.arrived()).isBetween(before, Instant.now());
            Request get = it.standIn().requests().last();
            assertThat(get.number()).isEqualTo(post.number() + 1);
            assertThat(get.parameter("id")).contains("a b");
            assertThat(get.parameter("empty")).contains("");
            assertThat(get.parameter("none")).isEmpty();
            assertThat(get).hasToString("#2 GET /nowhere?id=a%20b&id=c&empty");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldRecordWhatItDidNotAnswer(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().answerNext(Answer.hangUp());
            assertThatThrownBy(() -> Http.post(it.work(), it.authorization(), it.body()))
                    .isInstanceOf(IOException.class);

            assertThat(it.standIn().requests().that(request -> request.text().equals(it.body())))
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldWaitForRequests(Service service) throws Exception {
        try (Subject it = service.start()) {
            String path = it.work().getPath();
            var first = CompletableFuture.supplyAsync(() -> it.standIn().awaitRequest("POST", path));
            var second = CompletableFuture.supplyAsync(() -> it.standIn().awaitRequests(2, "POST", path));
            Http.get(it.standIn().url().resolve("/nowhere"), null);
            assertThat(first).isNotDone();

            Http.post(it.work(), it.authorization(), it.body());
            assertThat(first.get(10, TimeUnit.SECONDS).text()).isEqualTo(it.body());
            assertThat(second).isNotDone();

            Http.post(it.work(), it.authorization(), it.body());
            assertThat(second.get(10, TimeUnit.SECONDS)).hasSize(2);
            assertThat(it.standIn().awaitRequest("POST", path).number())
                    .as("of the first, which came before")
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldForgetWhenCleared(Service service) throws Exception {
        try (Subject it = service.start()) {
            Http.post(it.work(), it.authorization(), it.body());
            assertThat(it.taken().get()).isEqualTo(1);
            it.standIn().down();

            it.standIn().clear();

            assertThat(it.standIn().requests()).isEmpty();
            assertThat(it.taken().get()).isZero();
            assertThat(Http.post(it.work(), it.authorization(), it.body()).statusCode())
                    .as("it is up")
                    .isEqualTo(200);
        }
    }

    @Test
    void shouldFailWhereNothingComes() {
        var recording = new Recording();
        recording.add(request("GET", "/status", 0));

        assertThatThrownBy(() -> recording.await(2, new RequestKind("GET", "/status"), Duration.ofMillis(50)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("1 of 2 requests GET /status")
                .hasMessageContaining("#0 GET /status");
        assertThatThrownBy(() -> recording.requests().to("POST", "/status").only())
                .isInstanceOf(AssertionError.class);
        assertThatThrownBy(() -> recording.requests().to("POST", "/status").last())
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void shouldNotPretendToKnowEverything() {
        var recording = new Recording();
        for (int megabytes = 0; megabytes <= 256; megabytes += 64) {
            recording.add(request("POST", "/submit", 64 << 20));
        }

        assertThatThrownBy(recording::requests)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("clear the stand-in more often");
    }

    private static Request request(String method, String path, int bytes) {
        return new Request(0, Instant.now(), method, URI.create(path), Map.of(), new byte[bytes]);
    }
}
