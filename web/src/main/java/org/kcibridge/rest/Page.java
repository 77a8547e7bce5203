package org.kcibridge.rest;

import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * One page of a list, as it goes to the client.
 *
 * @param items the page's items, in the order of the list
 * @param pagination where in the list they stand
 */
@Schema(requiredProperties = {"items", "pagination"})
public record Page<T>(List<T> items, Pagination pagination) {

    /**
     * Where a page stands in its list.
     *
     * @param page the page, counted from 1; it may lie behind the last one, and is empty then
     * @param pageSize how many items a full page has
     * @param totalItems how many items the list had when it was asked for; nothing if nobody wanted to know
     * @param totalPages how many pages these fill
     * @param next what the page behind this one is asked for by, as {@code after}: it is found at once, however deep in the list
     */
    @Schema(requiredProperties = {"page", "pageSize"})
    public record Pagination(int page, int pageSize, Long totalItems, Long totalPages, String next) {}

    public Page {
        items = List.copyOf(items);
    }

    /** The page that was asked for, of a list with so many items. */
    public static <T> Page<T> of(List<T> items, PageRequest request, long totalItems) {
        int size = request.pageSize();
        long totalPages = (totalItems + size - 1) / size;
        return new Page<>(items, new Pagination(request.page(), size, totalItems, totalPages, null));
    }

    /** The page that was asked for, of a list of who knows how many. */
    public static <T> Page<T> uncounted(List<T> items, PageRequest request) {
        return new Page<>(items, new Pagination(request.page(), request.pageSize(), null, null, null));
    }

    /** The same page, and how to ask for the one behind it. */
    public Page<T> followedBy(String next) {
        return new Page<>(
                items,
                new Pagination(
                        pagination.page, pagination.pageSize, pagination.totalItems, pagination.totalPages, next));
    }

    /** The same page with its items turned into something else, entities into what clients see of them. */
    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(items.stream().<R>map(view).toList(), pagination);
    }
}
