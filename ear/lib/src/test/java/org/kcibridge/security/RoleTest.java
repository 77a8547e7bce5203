package org.kcibridge.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class RoleTest {

    @Test
    void readerMayOnlyRead() {
        assertThat(Role.implied(Role.READER)).containsExactly(Role.READER);
    }

    @Test
    void submitterMayAlsoRead() {
        assertThat(Role.implied(Role.SUBMITTER)).containsExactlyInAnyOrder(Role.READER, Role.SUBMITTER);
    }

    @Test
    void operatorMayDoEverything() {
        assertThat(Role.implied(Role.OPERATOR)).containsExactlyInAnyOrder(Role.READER, Role.SUBMITTER, Role.OPERATOR);
    }

    @Test
    void unknownRoleImpliesNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Role.implied("root"))
                .withMessageContaining("root");
    }
}
