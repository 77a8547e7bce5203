package org.kcibridge.it.benchmark.figures;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Figures for programs. */
@UnitTest
class FiguresJsonTest {

    @Test
    void shouldKeepEveryRoundAndWhatCameOfThem() {
        Figure figure = Figure.of("callbacks", "taken", "1/s", Rounds.of(900, 1100))
                .against(Rounds.of(1800, 2200))
                .with(new Latency(1, 2, 3))
                .with(new Usage(1.5, 0.125, 0.5, 0.25, 0.1, 700, 2500))
                .with(Aim.atLeast(0.6));

        JsonObject json = read(FiguresJson.text(Map.of("processors", "2"), List.of(figure)));

        assertThat(json.getJsonObject("circumstances").getString("processors")).isEqualTo("2");
        JsonObject written = json.getJsonArray("figures").getJsonObject(0);
        assertThat(written.getJsonArray("measured"))
                .extracting(value -> ((JsonNumber) value).doubleValue())
                .containsExactly(900.0, 1100.0);
        assertThat(written.getJsonNumber("ratio").doubleValue()).isEqualTo(0.5);
        assertThat(written.getJsonObject("milliseconds").getInt("p99")).isEqualTo(3);
        assertThat(written.getJsonNumber("compiler_processors").doubleValue()).isEqualTo(0.125);
        assertThat(written.getJsonNumber("other_processors").doubleValue()).isEqualTo(0.1);
        assertThat(written.getBoolean("met")).isFalse();
    }

    @Test
    void shouldLeaveOutWhatIsNotKnown() {
        JsonObject json =
                read(FiguresJson.text(Map.of(), List.of(Figure.of("startup", "start", "s", Rounds.of(8.25)))));

        assertThat(json.getJsonArray("figures").getJsonObject(0).keySet())
                .containsExactly("case", "name", "unit", "measured");
    }

    private static JsonObject read(String text) {
        try (var reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
