package org.kcibridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.cases.Breadth;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.ApiTest;
import org.kcibridge.kind.ValidationTest;

/**
 * Whatever a client does wrong, and wherever: it hears which mistake it was, in the same form, and nothing of the server. That
 * the form is right is seen to by the contract that every answer is held to.
 */
@ValidationTest
class ErrorMatrixIT extends ApiTest {

    private static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

    /** Java's packages and exceptions, the server, its parts and our own classes. */
    private static final Pattern INSIDE = Pattern.compile(
            "Exception|\\bat [a-z]+\\.|\\b(java|javax|jakarta|com|sun|jdk)\\.[a-z]|org\\.[a-z]+\\.|\\.java\\b"
                    + "|RESTEASY|WFLY|UT0|(?i:wildfly|undertow|jboss|resteasy|hibernate|jackson|postgres|elytron)");

    private static final List<String> UNKNOWN_PATHS =
            List.of("/nothing", "/", "/jobs/" + UUID.randomUUID() + "/nothing", "/builds/run/nothing");

    static Stream<Misuse> unknownPaths() {
        return Breadth.ofRun().pairs(METHODS, UNKNOWN_PATHS, Misuse::of);
    }

    static Stream<Misuse> unknownMethods() {
        List<Operation> operations = Contract.get().operations();
        return Breadth.ofRun()
                .of(operations.stream()
                        .flatMap(operation -> METHODS.stream()
                                .filter(method ->
                                        operations.stream().noneMatch(other -> other.is(method, operation.path())))
                                .map(method -> Misuse.of(method, operation.somePath())))
                        .toList());
    }

    static Stream<Misuse> unavailableTypes() {
        return pairs(
                Operation::answersJson,
                List.of("text/turtle", "image/*", "application/xml;q=0.1, text/html"),
                (misuse, type) -> misuse.with("Accept", type));
    }

    static Stream<Misuse> unreadableTypes() {
        return pairs(
                Operation::takesJson,
                List.of("text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded"),
                (misuse, type) -> misuse.with("Content-Type", type));
    }

    static Stream<Misuse> malformedAccept() {
        return pairs(
                operation -> true,
                List.of(";q=x", "application/json;q=x", "text", "a/b/c"),
                (misuse, value) -> misuse.with("Accept", value));
    }

    static Stream<Misuse> malformedContentType() {
        return pairs(
                operation -> operation.method().equals("POST"),
                List.of(";x", "json", "a/b/c"),
                (misuse, value) -> misuse.with("Content-Type", value));
    }

    static Stream<Misuse> brokenBodies() {
        return pairs(
                Operation::takesJson,
                List.of("", " ", "{", "[]", "null", "7", "\"text\"", "{}{}", "{\"a\":}", "[".repeat(5_000)),
                Misuse::with);
    }

    static Stream<Misuse> hugeBodies() {
        byte[] text = ("\"" + "x".repeat(MOST_BYTES) + "\"").getBytes(StandardCharsets.UTF_8);
        return Stream.concat(
                misuses(operation -> operation.statuses().contains("413")).map(misuse -> misuse.with(text)),
                misuses(Operation::takesJson).map(misuse -> misuse.withUnannounced(text)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknownPaths")
    void answers404WhereThereIsNothing(Misuse misuse) {
        assertThat(refusal(misuse).status()).isEqualTo(404);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknownMethods")
    void answers405AndTheMethodsThereAre(Misuse misuse) {
        Reply reply = refusal(misuse);

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow").split(", *"))
                .doesNotContain(misuse.method())
                .containsAnyElementsOf(METHODS);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unavailableTypes")
    void answers406WhereAnotherTypeIsWanted(Misuse misuse) {
        assertThat(refusal(misuse).status()).isEqualTo(406);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unreadableTypes")
    void answers415ToAnotherType(Misuse misuse) {
        assertThat(refusal(misuse).status()).isEqualTo(415);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource({"malformedAccept", "malformedContentType"})
    void answers400ToAHeaderThatSaysNothing(Misuse misuse) {
        assertThat(refusal(misuse).status()).isEqualTo(400);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("brokenBodies")
    void answers422ToABodyThatIsNoObject(Misuse misuse) {
        assertThat(refusal(misuse).status()).isEqualTo(422);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hugeBodies")
    void answers413ToABodyThatIsTooLarge(Misuse misuse) {
        assertThat(refusal(misuse).status()).isEqualTo(413);
    }

    /** A list that has become empty would test nothing. */
    @Test
    void findsAllKindsOfMistakesToMake() {
        assertThat(List.of(
                        unknownPaths(),
                        unknownMethods(),
                        unavailableTypes(),
                        unreadableTypes(),
                        malformedAccept(),
                        malformedContentType(),
                        brokenBodies(),
                        hugeBodies()))
                .allSatisfy(misuses -> assertThat(misuses.toList()).hasSizeGreaterThan(3));
    }

    private Reply refusal(Misuse misuse) {
        Reply reply = misuse.commit(api);
        assertThat(reply.response().body()).doesNotContainPattern(INSIDE);
        assertThat(reply.response().headers().map()).doesNotContainKeys("server", "x-powered-by");
        assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(reply.json().getString("detail")).isNotBlank();
        return reply;
    }

    private static <T> Stream<Misuse> pairs(
            Predicate<Operation> operations, List<T> values, BiFunction<Misuse, T, Misuse> misuse) {
        return Breadth.ofRun().pairs(misuses(operations).toList(), values, misuse);
    }

    private static Stream<Misuse> misuses(Predicate<Operation> operations) {
        return Contract.get().operations().stream().filter(operations).map(Misuse::of);
    }
}
