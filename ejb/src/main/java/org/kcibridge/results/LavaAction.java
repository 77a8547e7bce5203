package org.kcibridge.results;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.kcibridge.report.KcidbJson;
import org.kcibridge.report.Status;

/**
 * One entry of LAVA's results: a case of a suite, or a step of the job itself such as logging in. Members come and go, and
 * numbers may be written as text.
 *
 * @param json the entry as it came
 */
record LavaAction(JsonObject json) {

    /** Longer ones are no numbers anybody measured. */
    private static final int LONGEST_NUMBER = 40;

    Optional<String> word() {
        return text("result");
    }

    boolean passed() {
        return word().map(ResultWord::status).filter(Status.PASS::equals).isPresent();
    }

    Optional<String> text(String member) {
        return json.get(member) instanceof JsonString text
                ? Optional.of(text.getString().strip()).filter(content -> !content.isEmpty())
                : Optional.empty();
    }

    /** How long it took, in seconds. */
    Optional<BigDecimal> duration() {
        return number("duration").filter(seconds -> seconds.signum() >= 0);
    }

    Optional<BigDecimal> number(String member) {
        JsonValue value = json.get(member);
        String text = value instanceof JsonString quoted
                ? quoted.getString()
                : value instanceof JsonNumber number ? number.toString() : "";
        try {
            return Optional.of(text.strip())
                    .filter(digits -> !digits.isEmpty() && digits.length() <= LONGEST_NUMBER)
                    .map(BigDecimal::new)
                    .filter(number -> Math.abs(number.doubleValue()) <= KcidbJson.LARGEST);
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
