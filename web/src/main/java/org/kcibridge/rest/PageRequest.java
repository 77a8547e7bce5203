package org.kcibridge.rest;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Which page of a list a client wants: {@code ?page=2&pageSize=50}. For {@code @BeanParam}, which is why it has setters
 * and they take texts: Jakarta REST fills a bean, and answers 404 to a number it cannot read, where we say 400 and why.
 */
public final class PageRequest {

    /** The largest page there is. */
    public static final int MAX_SIZE = 500;

    /** Bounded so that the offset is an int whatever the size. */
    private static final int MAX_PAGE = Integer.MAX_VALUE / MAX_SIZE;

    private int page = 1;
    private int pageSize = 50;

    /** The first page. */
    public PageRequest() {}

    /**
     * Chooses the page.
     *
     * @throws ProblemException 400 if it is no number, or out of range
     */
    @QueryParam("page")
    @DefaultValue("1")
    @Parameter(
            description = "The page, counted from 1.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_PAGE, defaultValue = "1"))
    public void setPage(String page) {
        this.page = number("page", page, MAX_PAGE);
    }

    /**
     * Chooses how many items a page has.
     *
     * @throws ProblemException 400 if it is no number, or out of range
     */
    @QueryParam("pageSize")
    @DefaultValue("50")
    @Parameter(
            description = "How many items a page has.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "" + MAX_SIZE, defaultValue = "50"))
    public void setPageSize(String pageSize) {
        this.pageSize = number("pageSize", pageSize, MAX_SIZE);
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
