package org.kcibridge.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kcibridge.fastapi.OldTable;
import org.kcibridge.kind.UnitTest;

/** Who moves from the FastAPI service is told which columns have to be there. */
@UnitTest
class FastapiColumnsTest {

    @ParameterizedTest
    @EnumSource
    void areThoseThatAreRead(OldTable table) throws IOException {
        String columns = table.columns().stream().map("`%s`"::formatted).collect(Collectors.joining(", "));

        assertThat(Files.readString(Path.of("../docs/from-fastapi.md")))
                .contains("| `%s` | %s |".formatted(table.table(), columns));
    }
}
