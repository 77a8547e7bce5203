package org.kcibridge.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.jboss.logging.MDC;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** What a thread says of all that it logs, it says as long as it is about that, and no longer. */
@UnitTest
class LogFieldTest {

    @Test
    void isSaidUntilItIsClosed() {
        UUID id = UUID.randomUUID();
        try (LogField about = LogField.job(id)) {
            assertThat(MDC.get("job")).isEqualTo(id.toString());
        }
        assertThat(MDC.get("job")).isNull();
    }

    @Test
    void givesWayToOneInside() {
        try (LogField outer = LogField.delivery(1)) {
            try (LogField inner = LogField.delivery(2)) {
                assertThat(MDC.get("delivery")).isEqualTo("2");
            }
            assertThat(MDC.get("delivery")).isEqualTo("1");
        }
        assertThat(MDC.get("delivery")).isNull();
    }

    @Test
    void leavesOthersAlone() {
        try (LogField callback = LogField.callback(7)) {
            LogField.submission(UUID.randomUUID()).close();
            assertThat(MDC.get("callback")).isEqualTo("7");
            assertThat(MDC.get("submission")).isNull();
        }
    }
}
