package org.kcibridge.rest;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * A text is an http:// or https:// URL of a file that anybody may fetch: with a host, in ASCII, and without credentials,
 * as it is handed to runners and published. Blank is fine, which clients in the field send for "none".
 */
@Documented
@Target({
    ElementType.FIELD,
    ElementType.METHOD,
    ElementType.PARAMETER,
    ElementType.TYPE_USE,
    ElementType.RECORD_COMPONENT
})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {

    String message() default "must be an http:// or https:// URL without credentials and fragment";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks at the text as {@link URI} does. */
    class Check implements ConstraintValidator<WebAddress, String> {

        private static final Set<String> SCHEMES = Set.of("http", "https");
        private static final int MOST_CHARACTERS = 2_000;
        private static final int LAST_PORT = 65_535;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.isBlank() || isAddress(text);
        }

        private static boolean isAddress(String text) {
            try {
                URI url = new URI(text);
                return url.getScheme() != null
                        && SCHEMES.contains(url.getScheme())
                        && url.getHost() != null
                        && url.getPort() <= LAST_PORT
                        && url.getPort() != 0
                        && url.getRawUserInfo() == null
                        && url.getRawFragment() == null
                        && text.length() <= MOST_CHARACTERS
                        && StandardCharsets.US_ASCII.newEncoder().canEncode(text);
            } catch (URISyntaxException malformed) {
                return false;
            }
        }
    }
}
