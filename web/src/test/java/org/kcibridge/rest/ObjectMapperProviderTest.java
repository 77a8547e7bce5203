package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class ObjectMapperProviderTest {

    private enum Verdict {
        PASS,
        FAIL
    }

    private record Item(String name, Integer count) {}

    private record Order(
            @JsonProperty("build_id") String buildId,
            List<String> fragments,
            List<Item> items,
            Integer runs,
            Double share,
            Boolean dry,
            Verdict verdict,
            UUID job,
            OffsetDateTime at) {}

    private record Answer(Instant instant, OffsetDateTime at, Duration lasted, String nothing) {}

    private final ObjectMapper mapper = ObjectMapperProvider.mapper();

    @Nested
    class Reads {

        @Test
        void fieldsByTheirJsonNames() throws JsonProcessingException {
            Order order = mapper.readValue("{\"build_id\":\"tux:1\",\"fragments\":[\"A=y\"],\"runs\":3}", Order.class);
            assertThat(order.buildId()).isEqualTo("tux:1");
            assertThat(order.fragments()).containsExactly("A=y");
            assertThat(order.runs()).isEqualTo(3);
        }

        @Test
        void fieldsItDoesNotKnowByIgnoringThem() throws JsonProcessingException {
            assertThat(mapper.readValue("{\"build_id\":\"x\",\"legacy\":{\"a\":1}}", Order.class)
                            .buildId())
                    .isEqualTo("x");
        }

        @Test
        void timesWithTheirOffset() throws JsonProcessingException {
            Order order = mapper.readValue("{\"at\":\"2026-01-01T10:00:00+02:00\"}", Order.class);
            assertThat(order.at()).hasToString("2026-01-01T10:00+02:00");
        }
    }

    @Nested
    class Refuses {

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                textBlock =
                        """
                        {"build_id":5}                      | build_id       | must be a string
                        {"build_id":5.5}                    | build_id       | must be a string
                        {"build_id":true}                   | build_id       | must be a string
                        {"build_id":{}}                     | build_id       | must be a string
                        {"fragments":["a",5]}               | fragments[1]   | must be a string
                        {"fragments":"a"}                   | fragments      | must be an array
                        {"runs":"5"}                        | runs           | must be a whole number
                        {"runs":""}                         | runs           | must be a whole number
                        {"runs":5.5}                        | runs           | must be a whole number
                        {"runs":true}                       | runs           | must be a whole number
                        {"items":[{},{"count":"1"}]}        | items[1].count | must be a whole number
                        {"share":"0.5"}                     | share          | must be a number
                        {"dry":"true"}                      | dry            | must be true or false
                        {"dry":1}                           | dry            | must be true or false
                        {"verdict":"PASSED"}                | verdict        | must be one of PASS, FAIL
                        {"verdict":0}                       | verdict        | must be one of PASS, FAIL
                        {"job":"1-2"}                       | job            | must be a UUID
                        {"at":"yesterday"}                  | at             | must be a time in ISO 8601, with its offset
                        """)
        void valuesOfTheWrongKind(String json, String field, String message) {
            assertThat(errorOf(json)).isEqualTo(new FieldError(field, message));
        }

        @ParameterizedTest
        @ValueSource(strings = {"{", "{nope", "<xml/>", "{\"build_id\":\"x\"", "{\"fragments\":[\"a\", nope"})
        void whatIsNotJson(String body) {
            assertThat(errorOf(body)).isEqualTo(new FieldError(null, "is not JSON"));
        }

        @ParameterizedTest
        @ValueSource(strings = {"[]", "\"text\"", "5", "{} {}"})
        void whatIsNotOneObject(String body) {
            assertThat(errorOf(body)).isEqualTo(new FieldError(null, "must be a JSON object"));
        }

        private FieldError errorOf(String body) {
            return BodyReader.error(
                    catchThrowableOfType(JsonProcessingException.class, () -> mapper.readValue(body, Order.class)));
        }
    }

    @Nested
    class Writes {

        @Test
        void timesAsIsoTextAndNoNulls() throws JsonProcessingException {
            Answer answer = new Answer(
                    Instant.parse("2026-01-01T08:00:00Z"),
                    OffsetDateTime.parse("2026-01-01T10:00:00+02:00"),
                    Duration.ofMinutes(2),
                    null);
            assertThat(mapper.writeValueAsString(answer))
                    .isEqualTo(
                            "{\"instant\":\"2026-01-01T08:00:00Z\",\"at\":\"2026-01-01T10:00:00+02:00\",\"lasted\":\"PT2M\"}");
        }

        @Test
        void problemsWithoutWhatTheyLack() throws JsonProcessingException {
            assertThat(mapper.writeValueAsString(Problem.of(404, "job 1 not found")))
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Not Found\",\"status\":404,"
                            + "\"detail\":\"job 1 not found\"}");
        }

        @Test
        void problemsWithTheFieldsAtFault() throws JsonProcessingException {
            assertThat(mapper.writeValueAsString(Problem.unprocessable(List.of(new FieldError("kconfig", "is wrong")))))
                    .isEqualTo("{\"type\":\"about:blank\",\"title\":\"Unprocessable Content\",\"status\":422,"
                            + "\"detail\":\"The request body breaks the contract.\","
                            + "\"errors\":[{\"field\":\"kconfig\",\"message\":\"is wrong\"}]}");
        }
    }
}
