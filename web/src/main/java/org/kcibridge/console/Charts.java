package org.kcibridge.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.kcibridge.overview.Hour;

/** Charts over hours, as Chart.js wants them told. */
final class Charts {

    /** Can be read on light and on dark. */
    private static final String INK = "#7d8894";

    private static final String LINES = "rgba(125, 136, 148, 0.25)";

    private Charts() {}

    /** What is drawn, and in which colour. */
    record Series(String name, String colour, Function<Hour, Double> value) {}

    static String bars(List<Hour> hours, List<Series> series) {
        return chart("bar", hours, series, true);
    }

    static String line(List<Hour> hours, Series series) {
        return chart("line", hours, List.of(series), false);
    }

    private static String chart(String type, List<Hour> hours, List<Series> series, boolean stacked) {
        List<Map<String, Object>> sets = series.stream()
                .map(one -> Map.<String, Object>of(
                        "label", one.name(),
                        "data", hours.stream().map(one.value()).toList(),
                        "backgroundColor", one.colour(),
                        "borderColor", one.colour(),
                        "borderWidth", type.equals("line") ? 2 : 0,
                        "pointRadius", 2,
                        "tension", 0.2))
                .toList();
        Map<String, Object> grid = Map.of("color", LINES);
        Map<String, Object> ticks = Map.of("color", INK, "maxTicksLimit", 6, "maxRotation", 0);
        Map<String, Object> options = new LinkedHashMap<>();
        options.put("animation", false);
        options.put("maintainAspectRatio", false);
        options.put("plugins", Map.of("legend", Map.of("display", series.size() > 1, "labels", Map.of("color", INK))));
        options.put(
                "scales",
                Map.of(
                        "x", Map.of("grid", Map.of("display", false), "ticks", ticks, "stacked", stacked),
                        "y",
                                Map.of(
                                        "grid",
                                        grid,
                                        "ticks",
                                        ticks,
                                        "stacked",
                                        stacked,
                                        "beginAtZero",
                                        true,
                                        "suggestedMax",
                                        5)));
        List<String> labels = hours.stream()
                .map(hour -> hour.begin().toString().substring(11, 16))
                .toList();
        return Json.text(Map.of("type", type, "data", Map.of("labels", labels, "datasets", sets), "options", options));
    }
}
