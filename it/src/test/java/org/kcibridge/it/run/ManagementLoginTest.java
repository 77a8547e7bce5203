package org.kcibridge.it.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.kind.UnitTest;

/** The admin console's user is made once. */
@UnitTest
class ManagementLoginTest {

    private static final String PRISTINE = "#$REALM_NAME=ManagementRealm$\n#admin=2a0923285184943425d1f53ddd58ec7a\n";

    @TempDir
    Path folder;

    @Test
    void shouldMakeUserOnlyOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("mgmt-users.properties"), PRISTINE);
        var login = new ManagementLogin(file);

        assertThat(login.ensure()).isPresent();
        assertThat(Files.readString(file)).startsWith(PRISTINE).containsPattern("(?m)^admin=[0-9a-f]{32}$");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
        assertThat(login.ensure()).isEmpty();
    }
}
