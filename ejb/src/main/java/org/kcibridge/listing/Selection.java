package org.kcibridge.listing;

import jakarta.persistence.Query;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which rows of a list are wanted: those that fit one of the values of each field that was asked for. */
public final class Selection {

    /** Free text: it may stand anywhere in what people know a row by. */
    public static final String ANYWHERE = "q";

    private static final int MOST_VALUES = 100;

    private final Listing listing;
    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();

    private Selection(Listing listing) {
        this.listing = listing;
    }

    /** Everything. */
    public static Selection all(Listing listing) {
        return new Selection(listing);
    }

    /**
     * Reads what was asked for. Blanks ask for nothing, as forms send them for fields that nobody filled.
     *
     * @param parameters values by the names of the fields, and {@value #ANYWHERE}
     * @throws BadFilter when there is no such field, or a value cannot be one of it
     */
    public static Selection of(Listing listing, Map<String, List<String>> parameters) {
        Selection selection = new Selection(listing);
        parameters.forEach((parameter, texts) -> {
            List<String> some = texts.stream().filter(text -> !text.isBlank()).toList();
            if (some.size() > MOST_VALUES) {
                throw new BadFilter(parameter, "must not have more than %d values".formatted(MOST_VALUES));
            }
            if (some.stream().anyMatch(text -> text.indexOf(0) >= 0)) {
                throw new BadFilter(parameter, "must not contain NUL");
            }
            selection.ask(parameter, some);
        });
        return selection;
    }

    private void ask(String parameter, List<String> texts) {
        if (parameter.equals(ANYWHERE)) {
            texts.forEach(this::anywhere);
            return;
        }
        Field field = listing.fields().stream()
                .filter(one -> one.parameters().contains(parameter))
                .findFirst()
                .orElseThrow(() -> new BadFilter(parameter, "is no parameter of this list"));
        if (texts.isEmpty()) {
            return;
        }
        if (parameter.equals(field.name())) {
            conditions.add(field.condition(anyOf(field, texts)));
        } else {
            texts.forEach(text -> bound(field, parameter, text));
        }
        asked.add(field.name());
    }

    private String anyOf(Field field, List<String> texts) {
        List<String> comparisons = new ArrayList<>();
        List<Object> exact = new ArrayList<>();
        for (String text : texts) {
            if (field.type() == FieldType.TEXT && text.contains("*")) {
                comparisons.add(
                        "%s like %s".formatted(field.sql(), bind(pattern(text).replace("*", "%"))));
            } else {
                exact.add(field.type().value(field.name(), field, text));
            }
        }
        if (exact.size() == 1) {
            // A list of one is a statement of its own to Hibernate, which it makes up anew each time.
            comparisons.add("%s = %s".formatted(field.sql(), bind(exact.get(0))));
        } else if (!exact.isEmpty()) {
            comparisons.add("%s in (%s)".formatted(field.sql(), bind(exact)));
        }
        return "(" + String.join(" or ", comparisons) + ")";
    }

    private void bound(Field field, String parameter, String text) {
        boolean lower = parameter.endsWith("_from");
        String comparison = lower ? ">=" : field.type() == FieldType.TIME ? "<" : "<=";
        String limit = field.type() == FieldType.TIME && FieldType.isAgo(text)
                ? "now() - cast(%s as interval)".formatted(bind(text))
                : bind(field.type().value(parameter, field, text));
        conditions.add(field.condition("%s %s %s".formatted(field.sql(), comparison, limit)));
    }

    private void anywhere(String text) {
        String pattern = bind("%" + pattern(text).replace("*", "%") + "%");
        conditions.add(listing.texts().stream()
                .map(sql -> "%s ilike %s".formatted(sql, pattern))
                .collect(Collectors.joining(" or ", "(", ")")));
        asked.add(ANYWHERE);
    }

    private static String pattern(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private String bind(Object value) {
        String name = "v" + values.size();
        values.put(name, value);
        return ":" + name;
    }

    /** The list they are rows of. */
    public Listing listing() {
        return listing;
    }

    /** Whether rows are told apart by this at most. */
    boolean asksAtMostFor(String field) {
        return asked.stream().allMatch(field::equals);
    }

    String where() {
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }

    void bindTo(Query query) {
        values.forEach(query::setParameter);
    }
}
