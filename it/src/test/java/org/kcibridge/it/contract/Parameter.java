package org.kcibridge.it.contract;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kcibridge.identity.Sha256;
import org.kcibridge.it.builders.UniqueId;

/**
 * A parameter of an operation, and values for it that the schema allows or forbids.
 *
 * @param name as in the request
 * @param in path, query or header
 * @param schema what a value must be like
 */
public record Parameter(String name, String in, JsonObject schema) {

    private static final List<String> ODD = List.of(
            "x",
            "12",
            "-",
            "1.5",
            "9".repeat(30),
            "1-1-1-1-1",
            "0190a0b0-0000-7000-8000-00000000abcx",
            "0190a0b0-0000-7000-8000-00000000abc",
            "{0190a0b0-0000-7000-8000-00000000abcd}",
            "No-Origin:x",
            ":nobody",
            "riscv",
            "' or 1=1 --",
            "../../etc/passwd",
            "\u0000",
            "\uD83D\uDE00");

    static Parameter of(JsonObject definition, JsonObject document) {
        JsonObject parameter = Operation.resolved(definition, document);
        return new Parameter(
                parameter.getString("name"),
                parameter.getString("in"),
                Operation.resolved(parameter.getJsonObject("schema"), document));
    }

    /** Values that are none; there are always some, or the contract does not say what the parameter is. */
    public List<String> malformedValues() {
        return ODD.stream().filter(text -> !fits(text)).toList();
    }

    /** A value that could name something and does not. */
    public String unknownValue() {
        return Stream.of(
                        UUID.randomUUID().toString(),
                        UniqueId.of("riscv:nobody"),
                        "9007199254740991",
                        "build",
                        Sha256.hex(UniqueId.of("nothing")),
                        Sha256.hex(UniqueId.of("nothing")).substring(32))
                .filter(this::fits)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("what could the parameter " + this + " be?"));
    }

    private boolean fits(String text) {
        if (schema.getString("type").equals("integer")) {
            return text.matches("-?\\d{1,18}");
        }
        return Pattern.compile(schema.getString("pattern", ""), Pattern.DOTALL)
                .matcher(text)
                .find();
    }
}
