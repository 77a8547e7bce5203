package org.kcibridge.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** What is kept of a post, from before it until KCIDB is done with it. */
@UnitTest
class DeliveryTest {

    private static final Instant POSTED = Instant.parse("2026-01-01T12:00:00Z");
    private static final Instant NOW = POSTED.plusSeconds(5);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final Delivery delivery =
            new Delivery(new Batch(List.of(UUID.randomUUID(), UUID.randomUUID()), "{\"ž\":1}", 3), POSTED);

    @Test
    void saysWhatIsPosted() {
        assertThat(delivery.state()).isEqualTo(DeliveryState.POSTED);
        assertThat(delivery.postedAt()).isEqualTo(POSTED);
        assertThat(delivery.answeredAt()).isEmpty();
        assertThat(delivery.submissions()).isEqualTo(2);
        assertThat(delivery.objects()).isEqualTo(3);
        assertThat(delivery.bytes()).isEqualTo(8);
        assertThat(delivery.sha256()).hasSize(64);
        assertThat(delivery.httpStatus()).isEmpty();
        assertThat(delivery.answer()).isEmpty();
        assertThat(delivery.kcidbId()).isEmpty();
    }

    @Test
    void isFollowedWhenKcidbHasIt() {
        delivery.answered(new Answer.Taken("abc", "ok"), NOW, PAUSE);

        assertThat(delivery.state()).isEqualTo(DeliveryState.SPOOLED);
        assertThat(delivery.kcidbId()).contains("abc");
        assertThat(delivery.answer()).contains("ok");
        assertThat(delivery.httpStatus()).hasValue(200);
        assertThat(delivery.answeredAt()).contains(NOW);

        delivery.ended(true);
        assertThat(delivery.state()).isEqualTo(DeliveryState.PROCESSED);
    }

    @Test
    void remembersThatKcidbFailed() {
        delivery.answered(new Answer.Taken("abc", "ok"), NOW, PAUSE);

        delivery.ended(false);

        assertThat(delivery.state()).isEqualTo(DeliveryState.FAILED);
    }

    @Test
    void remembersWhatKcidbRefused() {
        delivery.answered(new Answer.Refused(413, "too long"), NOW, PAUSE);

        assertThat(delivery.state()).isEqualTo(DeliveryState.REFUSED);
        assertThat(delivery.httpStatus()).hasValue(413);
        assertThat(delivery.kcidbId()).isEmpty();
    }

    @Test
    void remembersWhatNobodyTook() {
        String story = "x".repeat(5000);

        delivery.answered(new Answer.Unavailable(OptionalInt.empty(), story, Optional.empty()), NOW, PAUSE);

        assertThat(delivery.state()).isEqualTo(DeliveryState.NOT_TAKEN);
        assertThat(delivery.httpStatus()).isEmpty();
        assertThat(delivery.answer()).contains("x".repeat(4000));
    }

    @Test
    void isHeldByNobodyUntilItIsTaken() {
        delivery.answered(new Answer.Taken("abc", "ok"), NOW, PAUSE);

        assertThat(delivery.isHeldUnder(UUID.randomUUID())).isFalse();
    }
}
