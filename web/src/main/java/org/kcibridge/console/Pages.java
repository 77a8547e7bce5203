package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kcibridge.listing.Listing;
import org.kcibridge.listing.Lists;
import org.kcibridge.listing.Order;
import org.kcibridge.listing.Selection;

/** Lists and single things for pages. Each is read once for a page, however often the page mentions it. */
@Named
@RequestScoped
public class Pages {

    /** Enough for one page; those that have more link to the list. */
    private static final int FEW = 100;

    private static final int FEWEST = 8;

    @Inject
    Lists lists;

    @Inject
    HttpServletRequest request;

    private final Map<String, ListView> views = new HashMap<>();
    private final Map<String, List<Map<String, Object>>> related = new HashMap<>();
    private final Map<String, Map<String, Object>> items = new HashMap<>();

    /** The list a page is about. */
    public ListView list(String listing) {
        return listOf(listing, "", "");
    }

    /** The list a page is about, of something that the page is about as well. */
    public ListView listOf(String listing, String field, String value) {
        return views.computeIfAbsent(
                listing + field,
                key -> new ListView(
                        listing(listing),
                        lists,
                        address(),
                        request.getParameterMap(),
                        field.isEmpty() ? Map.of() : Map.of(field, List.of(value))));
    }

    /** The newest of what belongs to something. */
    public List<Map<String, Object>> of(String listing, String field, String value) {
        return related.computeIfAbsent(
                listing + field + value,
                key -> first(Selection.of(listing(listing), Map.of(field, List.of(value))), FEW));
    }

    /** The newest few of a list. */
    public List<Map<String, Object>> newest(String listing) {
        return related.computeIfAbsent(listing, key -> first(Selection.all(listing(listing)), FEWEST));
    }

    /** Boots of a checkout. */
    public List<Map<String, Object>> boots(String checkout) {
        return related.computeIfAbsent(
                "boots" + checkout,
                key -> first(
                        Selection.of(Listing.TESTS, Map.of("checkout_id", List.of(checkout), "kind", List.of("boot"))),
                        FEW));
    }

    private List<Map<String, Object>> first(Selection selection, int most) {
        return Json.objects(lists.first(selection, Order.usual(selection.listing()), most));
    }

    /** One thing; empty when there is none. */
    public Map<String, Object> item(String listing, String id) {
        return items.computeIfAbsent(listing + id, key -> Optional.ofNullable(id)
                .filter(text -> !text.isEmpty())
                .flatMap(text -> lists.find(listing(listing), text))
                .map(row -> Json.object(row.item()))
                .orElse(Map.of()));
    }

    /** What is asked for in the address. */
    public String parameter(String name) {
        return Optional.ofNullable(request.getParameter(name)).orElse("");
    }

    private Address address() {
        return new Address(request.getRequestURI(), request.getParameterMap());
    }

    /** This page with another value of a parameter. */
    public String with(String name, String value) {
        return address().with(name, value).with("page").with("after").toString();
    }

    private static Listing listing(String name) {
        return Listing.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
