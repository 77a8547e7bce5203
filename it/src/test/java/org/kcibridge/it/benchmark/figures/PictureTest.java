package org.kcibridge.it.benchmark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kcibridge.kind.UnitTest;

/** Figures as a picture. */
@UnitTest
class PictureTest {

    @TempDir
    Path folder;

    @Test
    void shouldDrawWhatIsMeantToBeSomething() throws IOException {
        Path file = folder.resolve("figures.png");

        new Picture(List.of(
                        Figure.of("callbacks", "taken", "1/s", Rounds.of(400)).with(Aim.atLeast(500)),
                        Figure.of("callbacks", "p99", "ms", Rounds.of(20)).with(Aim.atMost(50))))
                .write(file);

        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(1200);
    }

    @Test
    void shouldDrawNothingWhereNothingIsMeant() throws IOException {
        Path file = folder.resolve("nothing.png");

        new Picture(List.of(Figure.of("startup", "start", "s", Rounds.of(8)))).write(file);

        assertThat(file).doesNotExist();
    }
}
