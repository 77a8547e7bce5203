package org.kcibridge.rest.contract;

import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.kcibridge.aggregate.Course;
import org.kcibridge.callback.CallbackState;
import org.kcibridge.callback.Proof;
import org.kcibridge.ingest.UploadState;
import org.kcibridge.report.Status;
import org.kcibridge.scheduling.JobKind;
import org.kcibridge.scheduling.JobState;
import org.kcibridge.submission.DeliveryState;
import org.kcibridge.submission.DestinationState;
import org.kcibridge.submission.SubmissionState;

/** The core's words for states. The server looks at the classes of the web part only, and takes them for objects. */
final class EnumSchemas {

    private static final List<Class<? extends Enum<?>>> WORDS = List.of(
            JobKind.class,
            JobState.class,
            SubmissionState.class,
            DeliveryState.class,
            DestinationState.class,
            CallbackState.class,
            Course.class,
            Status.class,
            Proof.class,
            UploadState.class);

    private EnumSchemas() {}

    static void addTo(OpenAPI api) {
        WORDS.forEach(words -> api.getComponents().addSchema(words.getSimpleName(), schema(words)));
    }

    private static Schema schema(Class<? extends Enum<?>> words) {
        return OASFactory.createSchema()
                .type(List.of(SchemaType.STRING))
                .enumeration(Arrays.<Object>asList(
                        Arrays.stream(words.getEnumConstants()).map(Enum::name).toArray()));
    }
}
