package org.kcibridge.listing;

import java.util.Arrays;
import java.util.List;

/**
 * Something a list is filtered by. Its name is the name of the parameter; one that has a range has two of them, with {@code
 * _from} and {@code _to} behind the name.
 *
 * @param sql what is compared, of the row {@code t} or of one that {@code within} brings along
 * @param within {@code {}}, or a condition on the row that has {@code {}} where the comparison belongs
 * @param words what it can be, where that is known
 */
public record Field(String name, FieldType type, String sql, String within, List<String> words) {

    /** How one asks for rows that have no status. */
    public static final String NONE = "NONE";

    static Field of(FieldType type, String name) {
        return new Field(name, type, "t." + name, "{}", List.of());
    }

    static Field text(String name) {
        return of(FieldType.TEXT, name);
    }

    static Field time(String name) {
        return of(FieldType.TIME, name);
    }

    static Field words(String name, Enum<?>... words) {
        return of(FieldType.WORD, name)
                .words(Arrays.stream(words).map(Enum::name).toArray(String[]::new));
    }

    Field words(String... some) {
        return new Field(name, type, sql, within, List.of(some));
    }

    /** As {@link #words}, or nothing at all. */
    static Field wordsOrNone(String name, Enum<?>... words) {
        Field field = words(name, words);
        return new Field(
                name, field.type, "coalesce(t.%s, '%s')".formatted(name, NONE), field.within, withNone(field.words));
    }

    private static List<String> withNone(List<String> words) {
        String[] all = Arrays.copyOf(words.toArray(String[]::new), words.size() + 1);
        all[words.size()] = NONE;
        return List.of(all);
    }

    Field sql(String other) {
        return new Field(name, type, other, within, words);
    }

    Field within(String other) {
        return new Field(name, type, sql, other, words);
    }

    /** The parameters it is asked for by. */
    public List<String> parameters() {
        return type.hasRange() ? List.of(name, name + "_from", name + "_to") : List.of(name);
    }

    String condition(String comparison) {
        return within.replace("{}", comparison);
    }
}
