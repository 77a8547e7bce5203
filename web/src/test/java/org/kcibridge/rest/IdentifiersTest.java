package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class IdentifiersTest {

    @Test
    void readsUuidsInBothCases() {
        UUID id = UUID.fromString("0190a0b0-0000-7000-8000-00000000abcd");
        assertThat(Identifiers.uuid("id", id.toString())).isEqualTo(id);
        assertThat(Identifiers.uuid("id", "0190A0B0-0000-7000-8000-00000000ABCD"))
                .isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1-1-1-1-1",
                "0190a0b0-0000-7000-8000-00000000abcx",
                "0190a0b000-00-7000-8000-00000000abcd"
            })
    void refusesEverythingElseByName(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Identifiers.uuid("id", text));
        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().detail()).isEqualTo("id: not a UUID");
    }

    @Test
    void readsNumbers() {
        assertThat(Identifiers.number("id", "42")).isEqualTo(42);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "4.2", "x", "99999999999999999999"})
    void refusesNumbersThatAreNone(String text) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> Identifiers.number("id", text));
        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().detail()).isEqualTo("id: not a number");
    }

    @Test
    void unknownThingsAreNotFound() {
        assertThat(NotFound.of("job", 7).problem()).isEqualTo(Problem.of(404, "job 7 not found"));
    }
}
