package org.kcibridge.rest.lists;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.executable.ExecutableType;
import jakarta.validation.executable.ValidateOnExecution;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.kcibridge.listing.BadFilter;
import org.kcibridge.listing.ExportFormat;
import org.kcibridge.listing.Exports;
import org.kcibridge.listing.Listing;
import org.kcibridge.listing.Lists;
import org.kcibridge.listing.Row;
import org.kcibridge.rest.Page;
import org.kcibridge.rest.PageRequest;
import org.kcibridge.rest.ProblemException;
import org.kcibridge.security.Role;

/**
 * What the paths of all lists have in common. Which filters a list has is declared with the {@link Listing}, and so is what the
 * API's description says of them.
 */
public abstract class ListResource {

    protected final Listing listing;

    @Inject
    protected Lists lists;

    @Inject
    Exports exports;

    protected ListResource(Listing listing) {
        this.listing = listing;
    }

    /** How many items fit the same filters that the list takes, by status or state. */
    @GET
    @Path("/counts")
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.READER)
    @Operation(summary = "Count the items of the list")
    @ValidateOnExecution(type = ExecutableType.NONE)
    public Counts counts(@Context UriInfo uri) {
        Map<String, Long> counts =
                lists.counts(ListQuery.of(listing, uri.getQueryParameters()).selection());
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(total, listing.state().isPresent() ? counts : Map.of());
    }

    /** All items that fit the filters, as a file; it is written while it is read, so it may be of any length. */
    @GET
    @Path("/export")
    @Produces({"text/csv", MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.READER)
    @Operation(summary = "Save the list as a file")
    @APIResponse(
            responseCode = "200",
            description = "The file: CSV (RFC 4180), the items as a list, or a KCIDB document that has them.",
            content = {
                @Content(mediaType = "text/csv", schema = @Schema(type = SchemaType.STRING)),
                @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "ListAsJson"))
            })
    public Response export(
            @Parameter(
                            description = "csv, json or, for lists of KCIDB's objects, kcidb.",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            enumeration = {"csv", "json", "kcidb"},
                                            defaultValue = "csv"))
                    @QueryParam("format")
                    @DefaultValue("csv")
                    String format,
            @Context UriInfo uri) {
        ListQuery query = ListQuery.of(listing, uri.getQueryParameters());
        ExportFormat as = format(format);
        StreamingOutput rows = out -> exports.write(query.selection(), query.order(), as, out);
        return Response.ok(rows, as.contentType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"%s\"".formatted(as.fileName(listing)))
                .build();
    }

    /**
     * The page that a client asks for, of things that are more than their rows.
     *
     * @param all fetches those that have these keys, in any order
     */
    protected <K, T> Page<T> page(
            PageRequest request,
            UriInfo uri,
            Function<String, K> key,
            Function<List<K>, List<T>> all,
            Function<T, K> keyOf) {
        Page<K> keys = page(request, uri).map(row -> key.apply(row.key()));
        Map<K, T> found = all.apply(keys.items()).stream().collect(Collectors.toMap(keyOf, Function.identity()));
        return new Page<>(
                keys.items().stream().map(found::get).filter(Objects::nonNull).toList(), keys.pagination());
    }

    private ExportFormat format(String text) {
        try {
            return ExportFormat.of(listing, text);
        } catch (BadFilter bad) {
            throw ProblemException.badParameter(bad.parameter(), bad.getMessage());
        }
    }

    /** The page that a client asks for. */
    protected Page<Row> page(PageRequest request, UriInfo uri) {
        ListQuery query = ListQuery.of(listing, uri.getQueryParameters());
        if (query.counted() && query.after().isEmpty() && request.offset() == 0) {
            Lists.Beginning beginning = lists.beginning(query.selection(), query.order(), request.pageSize());
            return linked(Page.of(beginning.rows(), request, beginning.total()));
        }
        long total = query.counted() ? lists.count(query.selection()) : Lists.UNKNOWN;
        List<Row> rows = query.after()
                .map(place -> lists.after(query.selection(), place, request.pageSize()))
                .orElseGet(() ->
                        lists.page(query.selection(), query.order(), request.offset(), request.pageSize(), total));
        return linked(query.counted() ? Page.of(rows, request, total) : Page.uncounted(rows, request));
    }

    /** A page that is full says how to ask for the one behind it. */
    private static Page<Row> linked(Page<Row> page) {
        List<Row> rows = page.items();
        return rows.size() < page.pagination().pageSize()
                ? page
                : page.followedBy(rows.get(rows.size() - 1).place().text());
    }
}
