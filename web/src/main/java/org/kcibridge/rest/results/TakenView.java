package org.kcibridge.rest.results;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.kcibridge.lab.Taken;

/**
 * What became of results that were handed in.
 *
 * @param submissionId what they go to KCIDB with; absent if nothing was new
 * @param created the tests that were made of them
 * @param known how many had been handed in before, and were left as they are
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record TakenView(UUID submissionId, List<MadeTest> created, int known) {

    /**
     * A test as it goes to KCIDB.
     *
     * @param id KCIDB's id of it
     * @param path its name there
     * @param status how it ended, in KCIDB's words
     * @param logUrl where its log is
     */
    public record MadeTest(String id, String path, String status, @JsonProperty("log_url") String logUrl) {

        static MadeTest of(JsonObject test) {
            return new MadeTest(
                    test.getString("id"),
                    test.getString("path"),
                    test.getString("status"),
                    test.getString("log_url", null));
        }
    }

    static TakenView of(Taken taken) {
        return new TakenView(
                taken.submission().orElse(null),
                taken.made().stream().map(MadeTest::of).toList(),
                taken.known());
    }
}
