package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Valid;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** Real violations, found by the validator that the server has, on a resource as they are written here. */
@UnitTest
class ViolatedParameterTest {

    record Case(@NotBlank @JsonProperty("test_name") String testName) {}

    record Body(
            @NotNull @JsonProperty("build_id") String buildId,
            @Size(max = 2) List<@NotBlank String> fragments,
            List<@Valid Case> tests,
            @JsonProperty("make_variables") Map<String, @NotBlank String> makeVariables) {}

    static class Filter {
        @QueryParam("git_sha")
        @Pattern(regexp = "[0-9a-f]*") String commit = "XYZ";
    }

    @Path("/things")
    static class Things {
        public void post(@Valid @NotNull Body body) {}

        public void list(@QueryParam("max_age") @Max(5) int maxAge, @BeanParam @Valid Filter filter) {}
    }

    static class ThingsProxy extends Things {
        @Override
        public void post(Body body) {}
    }

    static class Core {
        public void store(@NotNull String thing) {}
    }

    private final ValidatorFactory factory = Validation.byDefaultProvider()
            .configure()
            .messageInterpolator(new ParameterMessageInterpolator())
            .buildValidatorFactory();
    private final Validator validator = factory.getValidator();

    @AfterEach
    void closeFactory() {
        factory.close();
    }

    @Test
    void fieldsOfTheBodyHaveTheNamesThatClientsWrite() {
        Body body = new Body(null, List.of("a", " ", "c"), List.of(new Case("x"), new Case("")), Map.of("LLVM", ""));
        assertThat(violated(new Things(), "post", body))
                .containsExactlyInAnyOrder(
                        inBody("build_id"),
                        inBody("fragments"),
                        inBody("fragments[1]"),
                        inBody("tests[1].test_name"),
                        inBody("make_variables[LLVM]"));
    }

    @Test
    void bodyAsAWholeHasNoName() {
        assertThat(violated(new Things(), "post", (Object) null)).containsExactly(inBody(null));
    }

    @Test
    void resourceIsRecognisedBehindAProxy() {
        assertThat(violated(new ThingsProxy(), "post", new Body(null, null, null, null)))
                .containsExactly(inBody("build_id"));
    }

    @Test
    void parametersHaveTheNamesOfTheQuery() {
        assertThat(violated(new Things(), "list", 6, new Filter()))
                .containsExactlyInAnyOrder(
                        new ViolatedParameter("max_age", false), new ViolatedParameter("git_sha", false));
    }

    @Test
    void violationsElsewhereAreNoClientsMistake() {
        assertThat(violated(new Core(), "store", (Object) null)).containsOnlyNulls();
        Set<ConstraintViolation<Body>> ofABean = validator.validate(new Body(null, null, null, null));
        assertThat(ofABean).hasSize(1).extracting(ViolatedParameter::of).containsOnlyNulls();
    }

    private List<ViolatedParameter> violated(Object resource, String method, Object... arguments) {
        return Arrays.stream(resource.getClass().getMethods())
                .filter(candidate -> candidate.getName().equals(method))
                .flatMap(found -> validator.forExecutables().validateParameters(resource, found, arguments).stream())
                .map(ViolatedParameter::of)
                .toList();
    }

    private static ViolatedParameter inBody(String field) {
        return new ViolatedParameter(field, true);
    }
}
