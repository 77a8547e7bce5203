package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.ext.ParamConverter;
import java.lang.annotation.Annotation;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

@UnitTest
class IdParametersTest {

    private static final UUID ID = UUID.fromString("0190a0b0-0000-7000-8000-00000000abcd");

    private final IdParameters parameters = new IdParameters();

    @Test
    void readsAndWritesUuids() throws Exception {
        ParamConverter<UUID> converter = converter(0);

        assertThat(converter.fromString(ID.toString())).isEqualTo(ID);
        assertThat(converter.toString(ID)).isEqualTo(ID.toString());
    }

    @Test
    void namesTheParameterThatIsNone() throws Exception {
        assertThat(refusal(converter(0))).isEqualTo("id: not a UUID");
        assertThat(refusal(converter(1))).isEqualTo("job: not a UUID");
    }

    @Test
    void readsNumbers() {
        ParamConverter<Long> converter = parameters.getConverter(Long.class, Long.class, new Annotation[0]);

        assertThat(converter.fromString("42")).isEqualTo(42);
        assertThat(catchThrowableOfType(ProblemException.class, () -> converter.fromString("4x"))
                        .problem()
                        .detail())
                .isEqualTo("parameter: not a number");
    }

    @Test
    void leavesOtherTypesAlone() {
        assertThat(parameters.getConverter(String.class, String.class, new Annotation[0]))
                .isNull();
    }

    private ParamConverter<UUID> converter(int parameter) throws NoSuchMethodException {
        Annotation[][] annotations = IdParametersTest.class
                .getDeclaredMethod("resource", UUID.class, UUID.class)
                .getParameterAnnotations();
        return parameters.getConverter(UUID.class, UUID.class, annotations[parameter]);
    }

    private static String refusal(ParamConverter<UUID> converter) {
        return catchThrowableOfType(ProblemException.class, () -> converter.fromString("1-1-1-1-1"))
                .problem()
                .detail();
    }

    @SuppressWarnings("unused")
    static void resource(@PathParam("id") UUID id, @QueryParam("job") UUID job) {
        // Only its parameters are looked at.
    }
}
