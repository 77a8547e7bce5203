package org.kcibridge.console;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kcibridge.listing.BadFilter;
import org.kcibridge.listing.Listing;
import org.kcibridge.listing.Lists;
import org.kcibridge.listing.Order;
import org.kcibridge.listing.Place;
import org.kcibridge.listing.Row;
import org.kcibridge.listing.Selection;

/** A page of a list, as its address asks for it. */
public final class ListView {

    private static final int SIZE = 50;

    private final Listing listing;
    private final Address address;
    private final Map<String, String[]> parameters;
    private final int page;

    private String problem = "";
    private List<Map<String, Object>> rows = List.of();
    private Map<String, Long> counts = Map.of();
    private long total;
    private Optional<Place> last = Optional.empty();

    /**
     * @param fixed what the page itself asks for, whatever is in the address
     */
    ListView(
            Listing listing,
            Lists lists,
            Address address,
            Map<String, String[]> parameters,
            Map<String, List<String>> fixed) {
        this.listing = listing;
        this.address = address;
        this.parameters = parameters;
        this.page = page(parameters);
        try {
            read(lists, fixed);
        } catch (BadFilter bad) {
            problem = bad.parameter() + ": " + bad.getMessage();
        }
    }

    private static int page(Map<String, String[]> parameters) {
        try {
            return Math.max(1, Integer.parseInt(parameters.getOrDefault("page", new String[] {"1"})[0]));
        } catch (NumberFormatException noNumber) {
            return 1;
        }
    }

    private void read(Lists lists, Map<String, List<String>> fixed) {
        Map<String, List<String>> asked = new LinkedHashMap<>(fixed);
        listing.fields().stream()
                .flatMap(field -> field.parameters().stream())
                .filter(name -> parameters.containsKey(name) && !fixed.containsKey(name))
                .forEach(name -> asked.put(name, List.of(parameters.get(name))));
        if (parameters.containsKey(Selection.ANYWHERE)) {
            asked.put(Selection.ANYWHERE, List.of(parameters.get(Selection.ANYWHERE)));
        }
        Selection selection = Selection.of(listing, asked);
        Order order = one("sort").map(text -> Order.of(listing, text)).orElseGet(() -> Order.usual(listing));
        String state = listing.state().orElse("");
        asked.remove(state);
        counts = state.isEmpty() ? Map.of() : lists.counts(Selection.of(listing, asked));
        total = state.isEmpty() ? lists.count(selection) : countOf(state);
        List<Row> found = one("after")
                .map(text -> lists.after(selection, Place.of(listing, text), SIZE))
                .orElseGet(() ->
                        lists.page(selection, order, Math.min(page - 1, Integer.MAX_VALUE / SIZE) * SIZE, SIZE, total));
        rows = Json.objects(found);
        if (found.size() == SIZE) {
            last = Optional.of(found.get(SIZE - 1).place());
        }
    }

    /** How many fit, out of how many there are of each state: so they are counted once only. */
    private long countOf(String state) {
        List<String> chosen = chosen(state);
        return counts.entrySet().stream()
                .filter(count -> chosen.isEmpty() || chosen.contains(count.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private List<String> chosen(String state) {
        return Stream.of(parameters.getOrDefault(state, new String[0]))
                .filter(value -> !value.isBlank())
                .toList();
    }

    private Optional<String> one(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(values -> values[0])
                .filter(value -> !value.isEmpty());
    }

    /** What is wrong with the address; empty if nothing is. */
    public String getProblem() {
        return problem;
    }

    public List<Map<String, Object>> getRows() {
        return rows;
    }

    public long getTotal() {
        return total;
    }

    /** The first row's number. */
    public long getFrom() {
        return (page - 1L) * SIZE + 1;
    }

    public long getTo() {
        return getFrom() + rows.size() - 1;
    }

    /** Statuses or states, with how many there are of each if that is not filtered by; and where to click for it. */
    public List<Choice> getStates() {
        String state = listing.state().orElse("");
        List<String> chosen = chosen(state);
        List<String> order = listing.fields().stream()
                .filter(field -> field.name().equals(state))
                .flatMap(field -> field.words().stream())
                .toList();
        return counts.entrySet().stream()
                .sorted(Comparator.comparingInt(count -> order.indexOf(count.getKey())))
                .map(count -> new Choice(
                        count.getKey(),
                        count.getValue(),
                        chosen.contains(count.getKey()),
                        start().toggled(state, count.getKey()).toString()))
                .toList();
    }

    /** Whether somebody filters. */
    public boolean isFiltered() {
        return parameters.entrySet().stream()
                .anyMatch(one -> !one.getKey().equals("page")
                        && !one.getKey().equals("after")
                        && !one.getKey().equals("id")
                        && !one.getKey().equals("tab")
                        && !String.join("", one.getValue()).isEmpty());
    }

    public String getPrevious() {
        return page <= 1 ? "" : start().with("page", Integer.toString(page - 1)).toString();
    }

    public String getNext() {
        boolean more = last.isPresent() && getTo() < total;
        return more
                ? start().with("page", Integer.toString(page + 1))
                        .with("after", last.get().text())
                        .toString()
                : "";
    }

    private Address start() {
        return address.with("page").with("after");
    }

    public String sorted(String by) {
        boolean same = one("sort").filter(by::equals).isPresent();
        return start().with("sort", same ? "-" + by : by).toString();
    }

    public String file(String format) {
        return start().at("/api/v1/" + listing.path() + "/export")
                .with("format", format)
                .with("tab")
                .with("id")
                .toString();
    }

    public boolean isKcidb() {
        return listing.kind().isPresent();
    }

    /** A filter's value, as the form shows it. */
    public String value(String name) {
        return Optional.ofNullable(parameters.get(name))
                .map(values -> String.join(" ", values))
                .orElse("");
    }

    /** A status one may click on. */
    public record Choice(String name, long count, boolean chosen, String address) {

        public String getName() {
            return name;
        }

        public long getCount() {
            return count;
        }

        public boolean isChosen() {
            return chosen;
        }

        public String getAddress() {
            return address;
        }
    }
}
