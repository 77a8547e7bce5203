package org.kcibridge.rest.mode;

import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kcibridge.mode.Switched;

/**
 * What the bridge does and what it holds back.
 *
 * @param mode the mode of all nodes
 * @param meaning what that means, for people
 * @param since when it was switched to it
 * @param by the name of the token that did so
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@Schema(requiredProperties = {"mode", "meaning"})
public record ModeView(
        @Schema(enumeration = {"normal", "drain", "read-only"}) String mode, String meaning, Instant since, String by) {

    static ModeView of(Switched last) {
        return new ModeView(
                last.mode().key(),
                last.mode().words(),
                last.since().orElse(null),
                last.by().orElse(null));
    }
}
