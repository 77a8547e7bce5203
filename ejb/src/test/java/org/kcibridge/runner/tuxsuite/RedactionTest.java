package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class RedactionTest {

    @Test
    void dropsWhatIsConfidentialAtAnyDepthAndKeepsTheRest() {
        assertThat(Redaction.object(Samples.object(
                        "{'callback':'x','plan_callback_headers':{},'client_token':'x','a\\ntoken':'x','user':'x',"
                                + "'notify_emails':['x'],'requested_by':'dev@example.org','user_agent':'tux/1','plan':null,"
                                + "'cc':['dev@example.org','ok'],'environment':{'API_KEY':'x','W':'1'},'n':1.50}")))
                .isEqualTo(Samples.object(
                        "{'user_agent':'tux/1','plan':null,'cc':['ok'],'environment':{'W':'1'},'n':1.50}"));
    }

    @Test
    void isNotSlowedDownByTextMadeForIt() {
        for (String piece : List.of("a.", "?", "?token", "://a", "a@")) {
            String text = piece.repeat(500_000) + "://";

            assertTimeout(Duration.ofSeconds(5), () -> Redaction.text(text), piece);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://me:pass@example.org/x, https://example.org/x",
        "see git://token@example.org/x and https://a@b.org/, see git://example.org/x and https://b.org/",
        "https://example.org/x?a=1&private_token=abc&b=2, https://example.org/x?a=1&private_token=&b=2",
        "https://example.org/~me@home/x, https://example.org/~me@home/x",
        "mail to dev@example.org, mail to dev@example.org",
    })
    void takesPasswordsOutOfAddresses(String text, String open) {
        assertThat(Redaction.text(text)).isEqualTo(open);
    }
}
