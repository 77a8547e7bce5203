package org.kcibridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.container.ApiClient.Reply;
import org.kcibridge.it.container.ApiTest;
import org.kcibridge.kind.ValidationTest;

/** An id that cannot be one is the client's mistake, one that nothing has is not; both are told apart everywhere. */
@ValidationTest
class IdValidationIT extends ApiTest {

    static List<Operation> operations() {
        return Contract.get().operations().stream()
                .filter(operation -> operation.id().isPresent())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void refusesMalformedIds(Operation operation) {
        List<String> malformed = operation.id().orElseThrow().malformedValues();

        assertThat(malformed).as("values that %s forbids", operation.id()).hasSizeGreaterThan(3);
        SoftAssertions all = new SoftAssertions();
        for (String id : malformed) {
            Reply reply = call(operation, id);
            all.assertThat(reply.status()).as("status for the id %s", id).isEqualTo(400);
            all.assertThat(reply.json().getJsonArray("errors").getValuesAs(JsonObject.class))
                    .as("errors for the id %s", id)
                    .extracting(error -> error.getString("field"))
                    .containsExactly("id");
        }
        all.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void findsNothingOfAnUnknownId(Operation operation) {
        String unknown = operation.id().orElseThrow().unknownValue();

        Reply reply = call(operation, unknown);

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.json().getString("detail")).contains(unknown).endsWith("not found");
    }

    @Test
    void leavesNoneOut() {
        assertThat(operations()).hasSizeGreaterThan(5);
        assertThat(Contract.get().operations())
                .filteredOn(operation ->
                        operation.path().contains("{") && !operation.path().contains("/callback/"))
                .containsExactlyElementsOf(operations());
    }

    private Reply call(Operation operation, String id) {
        String path =
                operation.pathWith(URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20"));
        return api.send(api.request(path)
                .header("Content-Type", "application/json")
                .method(operation.method(), BodyPublishers.ofString(operation.takesJson() ? "{}" : "")));
    }
}
