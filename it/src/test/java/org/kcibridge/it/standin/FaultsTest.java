package org.kcibridge.it.standin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.it.standin.Service.Subject;
import org.kcibridge.kind.UnitTest;

/** Both stand-ins can do wrong whatever networks and servers do wrong, and in the same words. */
@UnitTest
class FaultsTest {

    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration IMPATIENCE = Duration.ofMillis(200);

    @ParameterizedTest
    @EnumSource
    void shouldRefuseInTheWordsOfTheService(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().refuseNext(400, "no such thing");

            HttpResponse<String> refused = ask(it);

            assertThat(refused.statusCode()).isEqualTo(400);
            String shape = service == Service.KCIDB
                    ? "{\"id\":\"0\",\"status\":\"error\",\"message\":\"no such thing\"}"
                    : "{\"error\":\"no such thing\"}";
            assertThat(refused.body()).isEqualTo(shape);
            assertThat(it.taken().get()).isZero();
            assertThat(ask(it).statusCode()).as("asked again").isEqualTo(200);
            assertThat(it.taken().get()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAnswerWhatNobodyUnderstands(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().answerNext(Answer.text(200, "<html>welcome</html>"), Answer.garbage());

            assertThat(ask(it).body()).isEqualTo("<html>welcome</html>");
            try (var connection = work(it)) {
                assertThat(connection.readAll()).isNotEmpty().doesNotContain("HTTP");
            }
            assertThat(it.taken().get()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldCutAnAnswerOff(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().spoilNext(Answer::truncated);

            try (var connection = work(it)) {
                String head = connection.readHead();
                int promised = Integer.parseInt(head.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
                assertThat(connection.readAll().getBytes(StandardCharsets.UTF_8))
                        .hasSize(promised / 2);
            }
            assertThat(it.taken().get()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBreakTheConnectionOrEndIt(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().answerNext(Answer.reset(), Answer.hangUp());

            try (var connection = work(it)) {
                assertThatThrownBy(connection::read)
                        .isInstanceOf(SocketException.class)
                        .hasMessageContaining("reset");
            }
            try (var connection = work(it)) {
                assertThat(connection.read()).isEqualTo(-1);
            }
            assertThat(it.taken().get()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldAskToComeBackLater(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().answerNext(Answer.tooMany(Duration.ofSeconds(7)), Answer.unavailable(Duration.ofSeconds(60)));

            HttpResponse<String> tooMany = ask(it);
            HttpResponse<String> unavailable = ask(it);

            assertThat(tooMany.statusCode()).isEqualTo(429);
            assertThat(tooMany.headers().firstValue("Retry-After")).contains("7");
            assertThat(unavailable.statusCode()).isEqualTo(503);
            assertThat(unavailable.headers().firstValue("Retry-After")).contains("60");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeTooSlowHavingActed(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().spoilNext(answer -> answer.after(LONG));

            assertThatThrownBy(() -> Http.post(it.work(), it.authorization(), it.body(), IMPATIENCE))
                    .isInstanceOf(HttpTimeoutException.class);
            await().until(() -> it.taken().get() == 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTrickle(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script()
                    .spoilNext(answer -> answer.trickled(LONG))
                    .spoilNext(answer -> answer.trickled(Duration.ofNanos(1)));

            try (var connection = work(it)) {
                assertThat(connection.readHead()).startsWith("HTTP/1.1 200");
                assertThat(connection.read()).isEqualTo('{');
                connection.waiting(IMPATIENCE);
                assertThatThrownBy(connection::read).isInstanceOf(SocketTimeoutException.class);
            }
            assertThat(ask(it).body()).as("all of it, byte by byte").endsWith("}");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldDenyAccessForAWhile(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().deny(401);
            assertThat(ask(it).statusCode()).isEqualTo(401);
            assertThat(ask(it).statusCode()).as("until told otherwise").isEqualTo(401);
            assertThat(it.taken().get()).isZero();

            it.script().admit();
            assertThat(ask(it).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeDownForAWhileAndComeBackOnTheSamePort(Service service) throws Exception {
        try (Subject it = service.start();
                var kept = new RawConnection(it.standIn().url())) {
            kept.send("GET", "/nowhere", "", "");
            kept.readBody(kept.readHead());

            it.standIn().down();

            assertThat(kept.read()).as("of a connection that was open").isEqualTo(-1);
            assertThatThrownBy(() -> new RawConnection(it.standIn().url())).isInstanceOf(ConnectException.class);

            it.standIn().up();

            assertThat(ask(it).statusCode()).isEqualTo(200);
            assertThat(it.taken().get()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldGoWrongInOrderAndThenForAllUntilReset(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().on("POST", "/(tests|submit)").answerAll(Answer.text(502, "bad gateway"));
            it.script().answerNext(2, Answer.text(503, "in trouble")).answerNext(Answer.empty(500));

            assertThat(ask(it).statusCode())
                    .as("what is told for all comes after")
                    .isEqualTo(502);
            it.script().on("POST", "/(tests|submit)").behave();
            assertThat(ask(it).statusCode()).isEqualTo(503);
            assertThat(ask(it).statusCode()).isEqualTo(503);
            it.script().reset();
            assertThat(ask(it).statusCode()).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendHomeWhoStillWaitsWhenCleared(Service service) throws Exception {
        try (Subject it = service.start()) {
            it.script().spoilNext(answer -> answer.after(LONG));
            try (var connection = work(it)) {
                it.standIn().awaitRequest("POST", it.work().getPath());
                it.standIn().clear();
                assertThat(connection.read()).isEqualTo(-1);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTakeRequestsInPiecesAndKeepConnections(Service service) throws Exception {
        try (Subject it = service.start();
                var connection = new RawConnection(it.standIn().url())) {
            String first = it.body().substring(0, 10);
            String rest = it.body().substring(10);
            connection.send(
                    "POST %s HTTP/1.1\r\nAuthorization: %s\r\nTransfer-Encoding: chunked\r\nExpect: 100-continue\r\n\r\n"
                            .formatted(it.work().getPath(), it.authorization()));
            assertThat(connection.readHead()).isEqualTo("HTTP/1.1 100 Continue");
            connection.send(
                    "%x\r\n%s\r\n%x;last=yes\r\n%s\r\n0\r\n\r\n".formatted(first.length(), first, rest.length(), rest));
            assertThat(connection.readBody(connection.readHead())).endsWith("}");

            connection.send("GET /nowhere HTTP/1.0\r\n\r\n");

            assertThat(connection.readAll()).startsWith("HTTP/1.1 40");
            assertThat(it.taken().get()).isEqualTo(1);
        }
    }

    private static HttpResponse<String> ask(Subject it) throws IOException, InterruptedException {
        return Http.post(it.work(), it.authorization(), it.body());
    }

    private static RawConnection work(Subject it) throws IOException {
        return new RawConnection(it.standIn().url()).send("POST", it.work().getPath(), it.authorization(), it.body());
    }
}
