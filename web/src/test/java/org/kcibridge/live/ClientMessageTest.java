package org.kcibridge.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.event.Channel;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.live.ClientMessage.Type;
import org.kcibridge.live.NotUnderstood.Fault;

/** What clients may say, and what they are told when they say something else. */
@UnitTest
class ClientMessageTest {

    @Test
    void readsASubscription() throws NotUnderstood {
        assertThat(ClientMessage.parse("{\"type\": \"subscribe\", \"channel\": \"builds\"}"))
                .isEqualTo(new ClientMessage(Type.SUBSCRIBE, Channel.BUILDS, OptionalLong.empty()));
    }

    @Test
    void readsSinceWhen() throws NotUnderstood {
        assertThat(ClientMessage.parse("{\"type\": \"subscribe\", \"channel\": \"jobs\", \"since\": 1234}"))
                .isEqualTo(new ClientMessage(Type.SUBSCRIBE, Channel.JOBS, OptionalLong.of(1234)));
    }

    /** A newer client may know more than we do. */
    @Test
    void passesOverWhatItDoesNotKnow() throws NotUnderstood {
        assertThat(ClientMessage.parse("{\"type\": \"unsubscribe\", \"channel\": \"batch\", \"colour\": \"blue\"}"))
                .isEqualTo(new ClientMessage(Type.UNSUBSCRIBE, Channel.BATCH, OptionalLong.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                                              | MALFORMED       | the message is not JSON
                    subscribe                                                       | MALFORMED       | the message is not JSON
                    {"type": "subscribe", "channel": "jobs"                         | MALFORMED       | the message is not JSON
                    {"type": "subscribe", "channel": "jobs"} {}                     | MALFORMED       | the message is not JSON
                    ["subscribe"]                                                   | MALFORMED       | the message is not a JSON object
                    null                                                            | MALFORMED       | the message is not a JSON object
                    {}                                                              | MALFORMED       | 'type' must be a string
                    {"type": 1}                                                     | MALFORMED       | 'type' must be a string
                    {"type": "subscribe"}                                           | MALFORMED       | 'channel' must be a string
                    {"type": "subscribe", "channel": null}                          | MALFORMED       | 'channel' must be a string
                    {"type": "subscribe", "channel": ["jobs"]}                      | MALFORMED       | 'channel' must be a string
                    {"type": "subscribe", "channel": "jobs", "since": "1"}          | MALFORMED       | 'since' must be the id of an event
                    {"type": "subscribe", "channel": "jobs", "since": null}         | MALFORMED       | 'since' must be the id of an event
                    {"type": "subscribe", "channel": "jobs", "since": -1}           | MALFORMED       | 'since' must be the id of an event
                    {"type": "subscribe", "channel": "jobs", "since": 1.5}          | MALFORMED       | 'since' must be the id of an event
                    {"type": "subscribe", "channel": "jobs", "since": 1e99}         | MALFORMED       | 'since' must be the id of an event
                    {"type": "Subscribe", "channel": "jobs"}                        | UNKNOWN_TYPE    | there is no type 'Subscribe'; there are subscribe, unsubscribe
                    {"type": "subscribe", "channel": "weather"}                     | UNKNOWN_CHANNEL | there is no channel 'weather'; there are checkouts, builds, tests, issues, incidents, jobs, submissions, deliveries, destinations, callbacks, uploads, modes, batch
                    """)
    void saysWhatIsWrong(String text, Fault fault, String detail) {
        NotUnderstood reason = refusal(text);

        assertThat(reason.fault()).isEqualTo(fault);
        assertThat(reason).hasMessage(detail);
    }

    @Test
    void refusesWhatIsTooLong() {
        String longest = "{\"type\":\"%s\",\"channel\":\"jobs\"}".formatted("x".repeat(ClientMessage.LONGEST - 28));

        assertThat(refusal(longest).fault()).isEqualTo(Fault.UNKNOWN_TYPE);
        assertThat(refusal(longest + " ").fault()).isEqualTo(Fault.TOO_LONG);
        assertThat(refusal(longest + " ")).hasMessage("a message has at most 1024 characters");
    }

    @Test
    void repeatsNoMoreThanABitOfWhatItWasTold() {
        assertThat(refusal("{\"type\":\"%s\",\"channel\":\"jobs\"}".formatted("x".repeat(500))))
                .hasMessage("there is no type '%s…'; there are subscribe, unsubscribe".formatted("x".repeat(50)));
    }

    /** Deep nesting must not cost a stack. */
    @Test
    void outlivesNesting() {
        assertThat(refusal("[".repeat(ClientMessage.LONGEST)).fault()).isEqualTo(Fault.MALFORMED);
    }

    private static NotUnderstood refusal(String text) {
        return catchThrowableOfType(NotUnderstood.class, () -> ClientMessage.parse(text));
    }
}
