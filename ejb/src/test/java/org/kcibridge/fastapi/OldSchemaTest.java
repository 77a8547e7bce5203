package org.kcibridge.fastapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** The name of a schema becomes a part of statements. */
@UnitTest
class OldSchemaTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\"b", "a;drop schema public", "A", "1a", "ä", "a.b"})
    void isNothingButAName(String name) {
        assertThatThrownBy(() -> new OldSchema(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void standsWhereTheStatementSaysOld() {
        assertThat(new OldSchema("bridge_1").sql("select threshold.a from old.run_tests, cold.b"))
                .isEqualTo("select threshold.a from \"bridge_1\".run_tests, cold.b");
    }
}
