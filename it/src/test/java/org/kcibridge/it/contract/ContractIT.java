package org.kcibridge.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.json.JsonString;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.container.ApiTest;
import org.kcibridge.kind.ValidationTest;
import org.kcibridge.scheduling.JobState;
import org.kcibridge.submission.SubmissionState;

/** The contract leaves nothing out that a client has to know. That it is true, every other test sees to. */
@ValidationTest
class ContractIT extends ApiTest {

    static List<Operation> operations() {
        return Contract.get().operations();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void tellsEveryErrorThatAnOperationCanAnswer(Operation operation) {
        assertThat(operation.statuses())
                .anySatisfy(status -> assertThat(status).startsWith("2"))
                .contains("400", "401");
        if (operation.path().contains("{")) {
            assertThat(operation.statuses()).contains("404");
        }
        if (!operation.isPublic() && !operation.role().equals("reader")) {
            assertThat(operation.statuses()).contains("403");
        }
        if (operation.method().equals("POST")) {
            assertThat(operation.statuses()).contains("413");
        }
        if (operation.takesJson()) {
            assertThat(operation.statuses()).contains("415", "422");
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void answersErrorsAsProblems(Operation operation) {
        assertThat(operation.statuses())
                .filteredOn(status -> status.compareTo("400") >= 0)
                .allSatisfy(
                        status -> assertThat(operation
                                        .described(Integer.parseInt(status))
                                        .orElseThrow()
                                        .definition()
                                        .getJsonObject("content")
                                        .toString())
                                .isEqualTo(
                                        "{\"application/problem+json\":{\"schema\":{\"$ref\":\"#/components/schemas/Problem\"}}}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("operations")
    void tellsWhatItTakes(Operation operation) {
        assertThat(operation.definition().getString("summary", "")).isNotBlank();
        assertThat(operation.parameters())
                .filteredOn(parameter -> parameter.in().equals("path"))
                .allSatisfy(parameter -> assertThat(parameter.malformedValues())
                        .as("what %s must not be; has it a pattern, a format or a type?", parameter)
                        .isNotEmpty());
        if (operation.takesJson()) {
            assertThat(operation.bodySchema().getJsonObject("properties")).isNotEmpty();
        }
    }

    @Test
    void hasEveryMethodOfEveryResource() {
        List<String> methods = new ClassFileImporter()
                .importPath(Paths.get("../web/target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(Path.class))
                        .flatMap(type -> type.getAllMethods().stream()
                                .filter(method -> method.isMetaAnnotatedWith(HttpMethod.class))
                                .map(method -> type.getSimpleName() + "_" + method.getName()))
                        .toList();

        assertThat(methods).hasSizeGreaterThan(30);
        assertThat(operations())
                .extracting(operation -> operation.definition().getString("operationId"))
                .containsExactlyInAnyOrderElementsOf(methods);
    }

    @Test
    void namesNoOperationTwice() {
        assertThat(operations())
                .extracting(operation -> operation.definition().getString("operationId"))
                .doesNotHaveDuplicates();
    }

    /** The server sees the web part only, and takes what comes from elsewhere for objects. */
    @Test
    void namesTheStatesOfTheCore() {
        assertThat(Contract.get().schema("JobState").getJsonArray("enum").getValuesAs(JsonString::getString))
                .containsExactly(names(JobState.values()));
        assertThat(Contract.get().schema("SubmissionState").getJsonArray("enum").getValuesAs(JsonString::getString))
                .containsExactly(names(SubmissionState.values()));
    }

    private static String[] names(Enum<?>... states) {
        return Stream.of(states).map(Enum::name).toArray(String[]::new);
    }
}
