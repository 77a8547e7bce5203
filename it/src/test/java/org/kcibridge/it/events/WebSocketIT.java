package org.kcibridge.it.events;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.event.Channel;
import org.kcibridge.it.container.Bench;
import org.kcibridge.it.container.BridgeTest;
import org.kcibridge.kind.IntegrationTest;

/** How one talks with the bridge about what one wants to watch. */
@IntegrationTest
class WebSocketIT extends BridgeTest {

    private static final String DOOR = "/ws/events";

    @ParameterizedTest
    @EnumSource
    void acknowledgesEachChannel(Channel channel) {
        try (Watcher watcher = Watcher.open(api)) {
            assertThat(watcher.subscribe(channel.key())).isNotNegative();

            watcher.say("{\"type\":\"unsubscribe\",\"channel\":\"%s\"}".formatted(channel.key()));

            assertThat(watcher.hear().toString())
                    .isEqualTo("{\"type\":\"unsubscribed\",\"channel\":\"%s\"}".formatted(channel.key()));
        }
    }

    @Test
    void tellsOnlyWhatIsWatched() {
        try (Watcher watcher = Watcher.open(api)) {
            watcher.subscribe("jobs");
            watcher.subscribe("tests");
            watcher.say("{\"type\":\"unsubscribe\",\"channel\":\"jobs\"}");
            assertThat(watcher.hear().getString("type")).isEqualTo("unsubscribed");

            given.job().create();
            String test = given.test().with("status", "SKIP").create().id();

            String last = "tests " + test + " SKIP";
            assertThat(watcher.hearUpTo(last)).containsExactly(last);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {"type":"subscribe","channel":"weather"}      | unknown-channel | there is no channel 'weather'; there are checkouts, builds, tests, issues, incidents, jobs, submissions, deliveries, destinations, callbacks, uploads, modes, batch
                    {"type":"watch","channel":"jobs"}             | unknown-type    | there is no type 'watch'; there are subscribe, unsubscribe
                    {"type":"subscribe","channel":                | malformed       | the message is not JSON
                    {"type":"subscribe","channel":"jobs"}]        | malformed       | the message is not JSON
                    ''                                            | malformed       | the message is not JSON
                    []                                            | malformed       | the message is not a JSON object
                    {"channel":"jobs"}                            | malformed       | 'type' must be a string
                    {"type":"subscribe"}                          | malformed       | 'channel' must be a string
                    {"type":"subscribe","channel":"jobs","since":"x"} | malformed   | 'since' must be the id of an event
                    """)
    void saysWhatIsWrongAndGoesOn(String message, String code, String detail) {
        try (Watcher watcher = Watcher.open(api)) {
            assertRefused(watcher.say(message), code, detail);
        }
    }

    @Test
    void refusesWhatIsTooLong() {
        try (Watcher watcher = Watcher.open(api)) {
            assertRefused(watcher.say("x".repeat(1025)), "too-long", "a message has at most 1024 characters");
            assertRefused(watcher.say("[".repeat(1024)), "malformed", "the message is not JSON");
        }
    }

    @Test
    void refusesBinary() {
        try (Watcher watcher = Watcher.open(api)) {
            watcher.socket().sendBinary(ByteBuffer.wrap(new byte[10]), true).join();
            assertRefused(watcher, "malformed", "messages are text");
        }
    }

    /** Nobody who wants to watch sends that much. */
    @Test
    void endsTheSessionOfAFlood() {
        try (Watcher watcher = Watcher.open(api)) {
            watcher.say("x".repeat(1_000_000));

            assertThat(watcher.hearEnd()).isEqualTo("1009 a message has at most 1024 characters");
        }
    }

    @Test
    void putsTogetherWhatComesInParts() {
        try (Watcher watcher = Watcher.open(api)) {
            watcher.socket().sendText("{\"type\":\"subscribe\",", false).join();
            watcher.socket().sendText("\"channel\":\"jobs\"}", true).join();

            assertThat(watcher.hear().getString("type")).isEqualTo("subscribed");
        }
    }

    @Test
    void asksStrangersWhoTheyAre() {
        assertThat(Watcher.knock(api.with(null), DOOR)).isEqualTo(401);
        assertThat(Watcher.knock(api.with("unknown"), DOOR)).isEqualTo(401);
        assertThat(Watcher.knock(api.with(null), DOOR + "?access_token=" + Bench.TOKEN))
                .isEqualTo(401);
        assertThat(api.with(null).outside(DOOR).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "submitter", "operator"})
    void letsEveryRoleWatch(String role) {
        assertThat(Watcher.knock(as(role), DOOR)).isEqualTo(101);
    }

    @Test
    void takesBasicCredentials() {
        String basic = Base64.getEncoder().encodeToString(("ci:" + Bench.TOKEN).getBytes(StandardCharsets.UTF_8));

        assertThat(Watcher.knock(api.with(null), DOOR, "Authorization", "Basic " + basic))
                .isEqualTo(101);
    }

    /** A browser says which site's page it opens a connection for. */
    @Test
    void keepsPagesOfOtherSitesOut() {
        assertThat(Watcher.knock(api, DOOR, "Origin", "https://evil.example.org"))
                .isEqualTo(403);
        assertThat(Watcher.knock(api, DOOR, "Origin", "null")).isEqualTo(403);
        assertThat(Watcher.knock(api, DOOR, "Origin", api.server().toString())).isEqualTo(101);
    }

    private static void assertRefused(Watcher watcher, String code, String detail) {
        JsonObject answer = watcher.hear();
        assertThat(answer.getString("type")).isEqualTo("error");
        assertThat(answer.getString("code")).isEqualTo(code);
        assertThat(answer.getString("detail")).isEqualTo(detail);
        assertThat(watcher.subscribe("jobs")).as("the session goes on").isNotNegative();
    }
}
