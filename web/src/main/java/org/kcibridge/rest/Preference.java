package org.kcibridge.rest;

import java.util.Arrays;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a client would like about the answer, from the {@code Prefer} header of RFC 7240. A resource takes it as
 * {@code @HeaderParam("Prefer") @DefaultValue("") Preference preference}.
 *
 * <p>Preferences may be ignored by definition, so those that are unknown or malformed are.
 */
@Schema(type = SchemaType.STRING, examples = Preference.RETURN_REPRESENTATION)
public final class Preference {

    /** The header that tells a client that its wish was granted. */
    public static final String APPLIED = "Preference-Applied";

    /** The wish to get what was made, instead of an empty answer. */
    public static final String RETURN_REPRESENTATION = "return=representation";

    private final boolean representation;

    /** Reads the header's value: preferences separated by commas, each with parameters after semicolons. */
    public Preference(String header) {
        this.representation = Arrays.stream(header.split(","))
                .map(preference -> preference.split(";", 2)[0])
                .map(preference -> preference.replaceAll("[\\s\"]", "").toLowerCase(Locale.ROOT))
                .filter(preference -> preference.startsWith("return="))
                // The first one counts where a client contradicts himself.
                .findFirst()
                .filter(RETURN_REPRESENTATION::equals)
                .isPresent();
    }

    /** Whether the client wants what was made, instead of an empty answer. */
    public boolean representation() {
        return representation;
    }
}
