package org.kcibridge.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Each folder needs room, whichever disk it lies on. */
@UnitTest
class DiskCheckTest {

    @Test
    void isContentWithExactlyAsMuchAsIsNeeded() {
        assertThat(DiskCheck.isEnough(Map.of("log", 100L, "data", 300L), 100)).isTrue();
    }

    @Test
    void missesWhatOneFolderLacks() {
        assertThat(DiskCheck.isEnough(Map.of("log", 99L, "data", 300L), 100)).isFalse();
        assertThat(DiskCheck.isEnough(Map.of("log", 300L, "data", 99L), 100)).isFalse();
    }
}
