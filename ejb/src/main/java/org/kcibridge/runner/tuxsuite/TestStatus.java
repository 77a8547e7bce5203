package org.kcibridge.runner.tuxsuite;

import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kcibridge.results.LavaResults;

/**
 * TuxSuite's account of a test.
 *
 * @param json the account as it came
 */
public record TestStatus(JsonObject json) implements Account {

    /** TuxSuite writes it both ways. */
    @Override
    public int retry() {
        return Math.max(Account.count(json.get("retries")), Account.count(json.get("retry")));
    }

    /** The suites that were asked for, by TuxSuite's account; booting is none. */
    public List<String> suites() {
        return Account.texts(json.get("tests")).stream()
                .map(String::strip)
                .filter(suite -> !suite.equals(LavaResults.BOOT))
                .toList();
    }

    /** TuxSuite's word on a suite, or on booting. */
    public Optional<String> verdict(String suite) {
        return Optional.ofNullable(verdicts().get(suite));
    }

    /** TuxSuite's words, by suite and in its order. They may carry the place of the suite in the test: {@code 0_ltp-smoke}. */
    public Map<String, String> verdicts() {
        Map<String, String> words = new LinkedHashMap<>();
        JsonObject told = Account.object(json, "results");
        told.keySet().forEach(suite -> Account.text(told, suite)
                .ifPresent(word ->
                        words.putIfAbsent(LavaResults.withoutIndex(suite.strip()), word.toLowerCase(Locale.ROOT))));
        return words;
    }

    /** Why nothing ran: what it was waiting for, most likely the build of its kernel, did not come about. */
    public Optional<String> neverRan() {
        return Account.object(json, "results").isEmpty()
                ? text("waiting_for").map(awaited -> "never ran, as what it waited for failed: " + awaited)
                : Optional.empty();
    }

    /** What TuxSuite has to say about how it went. */
    public Optional<String> message() {
        return text("status_message")
                .or(() -> Optional.of(String.join("; ", Account.texts(json.get("retries_messages")))))
                .filter(message -> !message.isEmpty());
    }

    @Override
    public String toString() {
        return "TestStatus[" + uid().orElse("?") + "]";
    }
}
