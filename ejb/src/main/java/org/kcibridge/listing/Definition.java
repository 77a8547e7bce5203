package org.kcibridge.listing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kcibridge.report.CopyRows;
import org.kcibridge.report.Kind;

/** What there is to say of a list, put together where the list is declared. */
final class Definition {
    final Kind kind;
    final String table;
    final String key;
    final SqlType keyType;
    List<String> columns;
    final List<Field> fields = new ArrayList<>();
    List<Sort> sorts;
    List<String> texts;
    String state;

    Definition(Kind kind) {
        this.kind = kind;
        this.table = kind.key();
        this.key = "id";
        this.keyType = SqlType.TEXT;
        List<String> all = new ArrayList<>(List.of(CopyRows.columns(kind).split(",\\s*")));
        // Ours, and not what people look for first.
        all.remove("_timestamp");
        all.add("_timestamp");
        this.columns = List.copyOf(all);
    }

    Definition(String table, String key, SqlType keyType) {
        this.kind = null;
        this.table = table;
        this.key = key;
        this.keyType = keyType;
    }

    Definition columns(String... all) {
        columns = List.of(all);
        return this;
    }

    Definition fields(Field... all) {
        fields.addAll(List.of(all));
        return this;
    }

    /** What is said of the checkout that a row comes from, {@code c} in that condition. */
    Definition fieldsOfCheckout(String within) {
        return fields(Stream.of("tree_name", "git_repository_branch", "git_commit_hash")
                .map(column -> Field.text(column).sql("c." + column).within(within))
                .toArray(Field[]::new));
    }

    Definition sorts(Sort... all) {
        sorts = List.of(all);
        return this;
    }

    Definition texts(String... all) {
        texts = Arrays.stream(all)
                .map(text -> text.contains("(") ? text : "t." + text)
                .toList();
        return this;
    }

    Definition state(String column) {
        state = column;
        return this;
    }

    String select() {
        return columns.stream().map(column -> "t." + column).collect(Collectors.joining(", "));
    }
}
