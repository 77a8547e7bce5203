package org.kcibridge.it.benchmark.figures;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonWriter;
import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;

/** Figures for programs, with every round. */
public final class FiguresJson {

    private FiguresJson() {}

    /** @param circumstances what was measured on and with which options */
    public static String text(Map<String, String> circumstances, List<Figure> figures) {
        JsonObjectBuilder about = Json.createObjectBuilder();
        circumstances.forEach(about::add);
        JsonArrayBuilder list = Json.createArrayBuilder();
        figures.forEach(figure -> list.add(object(figure)));
        var text = new StringWriter();
        try (JsonWriter writer = Json.createWriterFactory(Map.of(JsonGenerator.PRETTY_PRINTING, true))
                .createWriter(text)) {
            writer.write(Json.createObjectBuilder()
                    .add("circumstances", about)
                    .add("figures", list)
                    .build());
        }
        return text.toString();
    }

    private static JsonObject object(Figure figure) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("case", figure.of())
                .add("name", figure.name())
                .add("unit", figure.unit())
                .add("measured", array(figure.measured()));
        figure.bound().ifPresent(bound -> json.add("bound", array(bound)));
        figure.ratio().ifPresent(ratio -> json.add("ratio", number(ratio.median())));
        figure.latency()
                .ifPresent(taken -> json.add(
                        "milliseconds",
                        Json.createObjectBuilder()
                                .add("p50", number(taken.p50()))
                                .add("p95", number(taken.p95()))
                                .add("p99", number(taken.p99()))));
        figure.usage().ifPresent(used -> json.add("bridge_processors", number(used.bridge()))
                .add("compiler_processors", number(used.compilers()))
                .add("database_processors", number(used.database()))
                .add("client_processors", number(used.client()))
                .add("other_processors", number(used.others()))
                .add("megabytes", number(used.megabytes()))
                .add("commits_per_second", number(used.commits())));
        figure.aim().ifPresent(aim -> json.add("aim", aim.toString()));
        figure.isMet().ifPresent(met -> json.add("met", met));
        return json.build();
    }

    private static JsonArrayBuilder array(Rounds rounds) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        rounds.values().forEach(value -> array.add(number(value)));
        return array;
    }

    private static BigDecimal number(double value) {
        return new BigDecimal(value, new MathContext(4)).stripTrailingZeros();
    }
}
