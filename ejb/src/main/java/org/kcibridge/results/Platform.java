package org.kcibridge.results;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.util.List;
import org.kcibridge.report.KcidbObject;
import org.kcibridge.report.KcidbText;

/**
 * What the tests of a run ran on. The dashboard's hardware pages go by the first of the device tree's names, and by the
 * platform where there is none. Emulated machines have none of their own, and nobody gives them one: with one of ours, their
 * results would stand apart from everybody else's.
 *
 * @param name what the lab calls it, {@code qemu-riscv64}
 * @param compatible the device tree's names of it, the most specific first; empty if they are not known
 * @param details whatever else is known of it
 */
public record Platform(String name, List<String> compatible, JsonObject details) {

    private static final JsonProvider JSON = JsonProvider.provider();
    /** The column's width; one that is longer costs us all files of the same transaction. */
    private static final int LONGEST_NAME = 100;

    public Platform {
        compatible = List.copyOf(compatible);
    }

    /** One of which no more is known than what it is called. */
    public static Platform named(String name) {
        return new Platform(name, List.of(), JsonValue.EMPTY_JSON_OBJECT);
    }

    /** The environment of a KCIDB test. */
    JsonObject toJson() {
        JsonArrayBuilder names = JSON.createArrayBuilder();
        compatible.stream()
                .map(KcidbText::clean)
                .filter(known -> !known.isEmpty() && known.indexOf(' ') < 0)
                .forEach(names::add);
        JsonArray known = names.build();
        JsonObject misc = new KcidbObject()
                .putAll(details)
                .put("platform", KcidbText.head(name, LONGEST_NAME))
                .build();
        return new KcidbObject().put("compatible", known).put("misc", misc).build();
    }
}
