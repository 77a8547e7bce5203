package org.kcibridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** The check has to notice every way in which an answer can differ from the contract. */
@UnitTest
class AnswerTest {

    private static final String JSON = "application/json";

    private static final Contract CONTRACT = contract(
            """
            {"paths": {
               "/api/v1/things": {"post": {"responses": {
                 "204": {"description": "Done."},
                 "422": {"$ref": "#/components/responses/Unprocessable"}}}},
               "/api/v1/things/{id}": {"get": {"responses": {
                 "200": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}}},
               "/api/v1/things/{id}/parts": {"get": {"responses": {
                 "200": {"content": {"application/json": {"schema": {
                   "type": "array", "items": {"$ref": "#/components/schemas/Thing"}}}}}}}}},
             "components": {
               "responses": {"Unprocessable": {"content": {"application/problem+json": {
                 "schema": {"$ref": "#/components/schemas/Problem"}}}}},
               "schemas": {
                 "Problem": {"type": "object", "required": ["status"], "properties": {"status": {"type": "integer"}}},
                 "Thing": {"type": "object", "required": ["name"], "properties": {
                   "name": {"type": "string"}, "made": {"type": "string", "format": "date-time"},
                   "misc": {"type": "object"}}}}}}""");

    @Test
    void agreesWithWhatIsDescribed() {
        assertThat(faults("POST", "/things", 204, "nothing", "")).isEmpty();
        assertThat(faults("POST", "/things", 422, "application/problem+json", "{'status': 422}"))
                .isEmpty();
        assertThat(faults("GET", "/things/a/b", 200, JSON, "{'name': 'a', 'misc': {'any': [1]}}"))
                .isEmpty();
        assertThat(faults("GET", "/things/a/parts", 200, JSON, "[{'name': 'a'}]"))
                .isEmpty();
        assertThat(faults("HEAD", "/things/a", 200, JSON, "")).isEmpty();
    }

    @Test
    void noticesAStatus() {
        assertThat(faults("POST", "/things", 200, "nothing", "")).containsExactly("the status is none of 204, 422");
        assertThat(faults("POST", "/things", 500, "application/problem+json", "{'status': 500}"))
                .isNotEmpty();
    }

    @Test
    void noticesAMediaType() {
        assertThat(faults("GET", "/things/a", 200, "text/html", "<html>"))
                .containsExactly("the body is text/html instead of application/json");
        assertThat(faults("POST", "/things", 422, JSON, "{'status': 422}")).isNotEmpty();
        assertThat(faults("POST", "/things", 204, JSON, "{}")).containsExactly("no body is described");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{'name': 'a', 'colour': 'b'} | colour",
                "{'made': '2026-01-01T00:00:00Z'} | name",
                "{'name': 7} | /name",
                "{'name': 'a', 'made': 'yesterday'} | /made",
                "[] | array",
                "null | null"
            })
    void noticesAField(String body, String named) {
        assertThat(faults("GET", "/things/a", 200, JSON, body)).isNotEmpty().anySatisfy(fault -> assertThat(fault)
                .contains(named));
    }

    @Test
    void takesTheLongerOfTwoPaths() {
        assertThat(faults("GET", "/things/a/parts", 200, JSON, "{'name': 'a'}")).isNotEmpty();
    }

    @Test
    void wantsAProblemWhereNothingIsDescribed() {
        assertThat(faults("GET", "/nothing", 404, "application/problem+json", "{'status': 404}"))
                .isEmpty();
        assertThat(faults("PUT", "/things", 405, "application/problem+json", "{'status': 405}"))
                .isEmpty();
        assertThat(faults("GET", "/nothing", 404, JSON, "{'error': 'x'}")).isNotEmpty();
        assertThat(faults("GET", "/nothing", 200, JSON, "{}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST"})
    void expectsNothingOfAServerThatStarts(String method) {
        assertThat(faults(method, "/things", 503, "nothing", "")).isEmpty();
        assertThat(faults(method, "/things", 503, "application/problem+json", "{'status': 503}"))
                .isEmpty();
        assertThat(faults(method, "/things", 503, "text/html", "not yet")).isNotEmpty();
    }

    private static Iterable<String> faults(String method, String path, int status, String type, String body) {
        return new Answer(method, "/api/v1" + path, status, type, body.replace('\'', '"')).faults(CONTRACT);
    }

    private static Contract contract(String json) {
        try (var reader = Json.createReader(new StringReader(json))) {
            return new Contract(reader.readObject());
        }
    }
}
