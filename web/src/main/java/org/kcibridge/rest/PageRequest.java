package org.kcibridge.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which page of a list a client wants: {@code ?page=2&pageSize=50}. For {@code @BeanParam}.
 *
 * <p>The parameters are texts here because Jakarta REST answers 404 to a number it cannot read; we say 400, and why.
 */
public final class PageRequest {

    /** The largest page there is. */
    public static final int MAX_SIZE = 500;

    private final int page;
    private final int pageSize;

    /**
     * Reads the query's parameters.
     *
     * @throws ProblemException 400 naming the parameter that is out of range or no number
     */
    public PageRequest(
            @Parameter(
                            description = "The page, counted from 1.",
                            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", defaultValue = "1"))
                    @QueryParam("page")
                    @DefaultValue("1")
                    String page,
            @Parameter(
                            description = "How many items a page has.",
                            schema =
                                    @Schema(
                                            type = SchemaType.INTEGER,
                                            minimum = "1",
                                            maximum = "500",
                                            defaultValue = "50"))
                    @QueryParam("pageSize")
                    @DefaultValue("50")
                    String pageSize) {
        this.pageSize = number("pageSize", pageSize, MAX_SIZE);
        // So that the offset is an int whatever the page.
        this.page = number("page", page, Integer.MAX_VALUE / MAX_SIZE);
    }

    /** The page, counted from 1. */
    public int page() {
        return page;
    }

    /** How many items a page has; also the limit of a query. */
    public int pageSize() {
        return pageSize;
    }

    /** How many items come before this page. */
    public int offset() {
        return (page - 1) * pageSize;
    }

    private static int number(String name, String text, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Said below, for both.
        }
        throw ProblemException.badParameter(name, "must be a number from 1 to " + max);
    }
}
