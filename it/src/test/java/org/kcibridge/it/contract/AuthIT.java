package org.kcibridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.cases.Breadth;
import org.kcibridge.it.builders.UniqueId;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.Authorization;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;
import org.kcibridge.security.Role;

/** Who may do what, for everything that the contract says is not for all. */
@IntegrationTest
class AuthIT extends BridgeTest {

    private static final List<String> LADDER = List.of(Role.READER, Role.SUBMITTER, Role.OPERATOR);

    private static final List<Named<UnaryOperator<String>>> SCHEMES =
            List.of(Named.of("Bearer", Authorization::bearer), Named.of("Basic", Authorization::basic));

    @BeforeEach
    void takeNoWork() {
        tuxSuite.script().silent(true);
    }

    static Stream<Arguments> strangers() {
        return Breadth.ofRun().pairs(guarded(), Stranger.all(), Arguments::of);
    }

    static Stream<Arguments> admitted() {
        return Breadth.ofRun().pairs(guarded(), SCHEMES, Arguments::of);
    }

    static Stream<Arguments> tooLow() {
        return guarded().stream().flatMap(operation -> LADDER.subList(0, LADDER.indexOf(operation.role())).stream()
                .map(role -> Arguments.of(operation, role)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("strangers")
    void asksStrangersWhoTheyAre(Operation operation, Stranger stranger) {
        Reply reply = call(operation, stranger.authorization().apply(given));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.response().headers().allValues("WWW-Authenticate"))
                .anySatisfy(challenge -> assertThat(challenge).startsWith("Bearer"))
                .anySatisfy(challenge -> assertThat(challenge).startsWith("Basic"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tooLow")
    void sendsAwayWhomTheRoleDoesNotAllow(Operation operation, String role) {
        Reply reply = call(operation, Authorization.bearer(token(role)));

        assertThat(reply.status()).isEqualTo(403);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("admitted")
    void letsTheLowestRoleIn(Operation operation, UnaryOperator<String> scheme) {
        Reply reply = call(operation, scheme.apply(token(operation.role())));

        assertThat(reply.status()).isNotIn(401, 403).isLessThan(500);
    }

    /** Or one could find out by asking. */
    @Test
    void tellsStrangersNothingOfWhatThereIs() {
        assertThat(api.with(null).get("/nothing").status()).isEqualTo(401);
        assertThat(api.with(null).send(api.with(null).request("/jobs").DELETE()).status())
                .isEqualTo(401);
    }

    /** The contract follows the code; this is what the code must follow. */
    @Test
    void letsReadersReadOnlyAndStrangersCallBackAndReadArtefactsOnly() {
        assertThat(guarded()).hasSizeGreaterThan(10).allSatisfy(operation -> assertThat(operation.role())
                .isIn(operation.method().equals("GET") ? LADDER : List.of(Role.SUBMITTER, Role.OPERATOR)));
        assertThat(Contract.get().operations())
                .filteredOn(Operation::isPublic)
                .extracting(Operation::path)
                .containsExactlyInAnyOrder("/api/v1/tuxsuite/callback/{which}", "/api/v1/artefacts/{id}");
        assertThat(tooLow()).isNotEmpty();
    }

    static List<Operation> guarded() {
        return Contract.get().operations().stream()
                .filter(operation -> !operation.isPublic())
                .toList();
    }

    private String token(String role) {
        String token = UniqueId.of("kcib");
        given.token(role, token).create();
        return token;
    }

    private Reply call(Operation operation, String authorization) {
        HttpRequest.Builder request = api.with(null)
                .request(operation.somePath())
                .header("Content-Type", "application/json")
                .method(operation.method(), BodyPublishers.ofString(operation.takesJson() ? "{}" : ""));
        return api.send(authorization == null ? request : request.header(Authorization.HEADER, authorization));
    }

    /** Or anybody could fill the disk. */
    @Test
    void leavesNoTraceOfStrangersInTheLog() throws IOException {
        Path log = bench.folder().resolve("server/log/server.log");
        long before = Files.size(log);
        for (int request = 0; request < 10; request++) {
            Reply reply =
                    api.with("a-token-nobody-has").post("/builds/run", "{\"branch\":\"" + "x".repeat(100_000) + "\"}");
            assertThat(reply.status()).isEqualTo(401);
            assertThat(reply.json().getString("detail")).isEqualTo("The credentials are not valid.");
        }

        assertThat(Files.readString(log).substring((int) before)).doesNotContain("ERROR", "Exception");
    }
}
