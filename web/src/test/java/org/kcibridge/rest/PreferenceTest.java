package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class PreferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return=representation",
                "Return = \"representation\"",
                "respond-async, return=representation; foo=bar",
                "return=representation, return=minimal"
            })
    void representationIsWanted(String header) {
        assertThat(new Preference(header).representation()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",;=", "return", "return=minimal", "return=minimal, return=representation", "wait=10"})
    void nothingIsWanted(String header) {
        assertThat(new Preference(header).representation()).isFalse();
    }
}
