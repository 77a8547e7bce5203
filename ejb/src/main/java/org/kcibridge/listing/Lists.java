package org.kcibridge.listing;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads lists. Rows are found by their keys and then fetched, so that a page deep in a million rows costs little more than
 * the first one.
 */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class Lists {

    /** The length of a list that nobody has counted. */
    public static final long UNKNOWN = Long.MAX_VALUE;

    /** Nobody looks at a page for longer, and a filter that reads everything must not go on without anybody. */
    private static final int LONGEST_MILLIS = 10_000;

    @PersistenceContext
    EntityManager entities;

    /** Rows behind a place. */
    public List<Row> after(Selection selection, Place place, int limit) {
        return rows(selection, place.order(), Optional.of(place), 0, limit);
    }

    /** Rows from the first one on. */
    public List<Row> first(Selection selection, Order order, int limit) {
        return rows(selection, order, Optional.empty(), 0, limit);
    }

    /**
     * Rows somewhere in the list, counted from the end that is nearer.
     *
     * @param offset how many rows come before them
     * @param total how many rows there are, or {@link #UNKNOWN}
     */
    public List<Row> page(Selection selection, Order order, int offset, int limit, long total) {
        if (offset >= total) {
            return List.of();
        }
        if (offset <= total / 2) {
            return rows(selection, order, Optional.empty(), offset, limit);
        }
        int some = (int) Math.min(limit, total - offset);
        List<Row> fromTheEnd = rows(selection, order.reversed(), Optional.empty(), (int) (total - offset - some), some);
        List<Row> rows = new ArrayList<>();
        fromTheEnd.forEach(row -> rows.add(new Row(
                row.key(), new Place(order, row.place().value(), row.place().key()), row.item())));
        Collections.reverse(rows);
        return rows;
    }

    /**
     * The first rows of a list, and how long it is.
     *
     * @param total how many rows there are
     */
    public record Beginning(List<Row> rows, long total) {}

    /** What people look at most, in one statement. */
    public Beginning beginning(Selection selection, Order order, int limit) {
        Query query = entities.createNativeQuery(
                """
                select cast(t.key as text), cast(t.place as text), t.item, counted.total
                from (select cast(coalesce(sum(amount), 0) as bigint) as total from (%s) c (state, amount)) counted
                left join (%s) t on true
                order by %s"""
                        .formatted(
                                counting(selection, false), page(selection, order, ""), order.by("t.place", "t.key")),
                Tuple.class);
        prepare(query, selection);
        query.setParameter("offset", 0).setParameter("limit", limit);
        List<Tuple> found = tuples(query);
        // Where there are no rows, there is still one with their number.
        return new Beginning(
                rows(found.stream().filter(row -> row.get(0) != null), order),
                found.get(0).get(3, Long.class));
    }

    private List<Row> rows(Selection selection, Order order, Optional<Place> behind, int offset, int limit) {
        Listing listing = selection.listing();
        String beyond = behind.isEmpty()
                ? ""
                : " and (%s, %s) %s (cast(:value as %s), cast(:key as %s))"
                        .formatted(
                                order.sort().sql(),
                                listing.key(),
                                order.beyond(),
                                order.sort().type(),
                                listing.keyType());
        Query query = entities.createNativeQuery(
                "select cast(t.key as text), cast(t.place as text), t.item from (%s) t order by %s"
                        .formatted(page(selection, order, beyond), order.by("t.place", "t.key")),
                Tuple.class);
        prepare(query, selection);
        behind.ifPresent(place -> query.setParameter("value", place.value()).setParameter("key", place.key()));
        query.setParameter("offset", offset).setParameter("limit", limit);
        return rows(tuples(query).stream(), order);
    }

    /** The keys of some rows, where they stand, and the rows as objects. */
    private static String page(Selection selection, Order order, String beyond) {
        Listing listing = selection.listing();
        return """
                select page.key, page.place, %1$s as item
                from (select %2$s as key, %3$s as place from %4$s t where %5$s%6$s order by %7$s offset :offset limit :limit) page
                join %4$s t on %2$s = page.key"""
                .formatted(
                        listing.item(),
                        listing.key(),
                        order.sort().sql(),
                        listing.table(),
                        selection.where(),
                        beyond,
                        order.by(order.sort().sql(), listing.key()));
    }

    private static List<Row> rows(Stream<Tuple> found, Order order) {
        return found.map(row -> {
                    String key = row.get(0, String.class);
                    return new Row(key, new Place(order, row.get(1, String.class), key), row.get(2, String.class));
                })
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Tuple> tuples(Query query) {
        return query.getResultList();
    }

    /** The row that has this key. */
    public Optional<Row> find(Listing listing, String key) {
        if (!listing.canBeKey(key)) {
            return Optional.empty();
        }
        Query query = entities.createNativeQuery(
                        "select %s from %s t where %s = cast(:key as %s)"
                                .formatted(listing.item(), listing.table(), listing.key(), listing.keyType()),
                        String.class)
                .setParameter("key", key);
        List<?> found = query.getResultList();
        return found.stream()
                .map(item -> new Row(key, new Place(Order.usual(listing), "", key), (String) item))
                .findFirst();
    }

    /** How many rows there are. */
    public long count(Selection selection) {
        return counts(selection, false).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** How many rows there are in which state; those of a list without states all under the same empty name. */
    public Map<String, Long> counts(Selection selection) {
        return counts(selection, true);
    }

    private Map<String, Long> counts(Selection selection, boolean byState) {
        Query query = entities.createNativeQuery(counting(selection, byState) + " order by 1", Tuple.class);
        prepare(query, selection);
        Map<String, Long> counts = new TreeMap<>();
        tuples(query).forEach(row -> counts.put(row.get(0, String.class), row.get(1, Long.class)));
        counts.values().removeIf(count -> count == 0);
        return counts;
    }

    /** How many rows there are in each state. What is known already is not counted. */
    private static String counting(Selection selection, boolean byState) {
        Listing listing = selection.listing();
        boolean known = listing.kind().isPresent() && selection.asksAtMostFor("status");
        String state = byState || known
                ? listing.state().map("coalesce(t.%s, 'NONE')"::formatted).orElse("''")
                : "''";
        return known
                ? "select %s, cast(sum(t.amount) as bigint) from aggregate.amount t where t.kind = '%s' and %s group by 1"
                        .formatted(state, listing.path(), selection.where())
                : "select %s, count(*) from %s t where %s group by 1"
                        .formatted(state, listing.table(), selection.where());
    }

    private static void prepare(Query query, Selection selection) {
        selection.bindTo(query);
        query.setHint("jakarta.persistence.query.timeout", LONGEST_MILLIS);
    }
}
