package org.kcibridge.it.isolation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * In which order tables can be emptied, found from the foreign keys: whoever refers goes before what he refers to, and among
 * equals the alphabet decides. A table that refers to itself needs nothing, since one DELETE takes all its rows at once.
 * A cycle is opened at a reference whose check can wait for the commit, or else at one that can be set to null first.
 */
public record DeletionOrder(List<Step> steps) {

    /** One statement on one table. */
    public record Step(String table, String sql) {}

    public DeletionOrder {
        steps = List.copyOf(steps);
    }

    /** @throws IllegalStateException where a cycle cannot be opened */
    public static DeletionOrder of(Catalog catalog) {
        return new Search(catalog).order();
    }

    /** The tables by their deletion. */
    public List<String> tables() {
        return steps.stream()
                .filter(step -> step.sql().startsWith("delete"))
                .map(Step::table)
                .toList();
    }

    private static final class Search {

        private final Catalog catalog;
        private final Set<String> left = new TreeSet<>();
        private final Set<Reference> binding;
        private final List<Step> detached = new ArrayList<>();
        private final List<Step> deleted = new ArrayList<>();

        Search(Catalog catalog) {
            this.catalog = catalog;
            catalog.tables().forEach(table -> left.add(table.name()));
            this.binding = catalog.references().stream()
                    .filter(reference -> !reference.isWithinTable())
                    .collect(Collectors.toCollection(HashSet::new));
        }

        DeletionOrder order() {
            while (!left.isEmpty()) {
                left.stream()
                        .filter(table -> referring(table).isEmpty())
                        .findFirst()
                        .ifPresentOrElse(this::delete, this::openCycle);
            }
            List<Step> all = new ArrayList<>(detached);
            all.addAll(deleted);
            return new DeletionOrder(all);
        }

        private void delete(String table) {
            left.remove(table);
            binding.removeIf(reference -> reference.table().equals(table));
            deleted.add(new Step(table, "delete from " + sql(table)));
        }

        private void openCycle() {
            List<Reference> cycle = cycle();
            Reference weakest = cycle.stream()
                    .filter(reference -> reference.letsTargetGoFirst() || reference.canBeNulled())
                    .min(Comparator.comparing((Reference reference) -> !reference.letsTargetGoFirst())
                            .thenComparing(Reference::table)
                            .thenComparing(Reference::name))
                    .orElseThrow(
                            () -> new IllegalStateException("the tables refer to each other in a circle that is neither"
                                    + " deferrable nor nullable anywhere: "
                                    + cycle.stream()
                                            .map(reference -> reference.table() + " to " + reference.target())
                                            .sorted()
                                            .collect(Collectors.joining(", "))));
            binding.remove(weakest);
            if (!weakest.letsTargetGoFirst()) {
                detached.add(detach(weakest));
            }
        }

        /** Every table that is left has somebody who refers to it, so going from one to the next comes round. */
        private List<Reference> cycle() {
            List<String> way = new ArrayList<>();
            List<Reference> steps = new ArrayList<>();
            String here = left.iterator().next();
            while (!way.contains(here)) {
                way.add(here);
                Reference next = referring(here).get(0);
                steps.add(next);
                here = next.table();
            }
            return steps.subList(way.indexOf(here), steps.size());
        }

        private List<Reference> referring(String table) {
            return binding.stream()
                    .filter(reference -> reference.target().equals(table))
                    .sorted(Comparator.comparing(Reference::table).thenComparing(Reference::name))
                    .toList();
        }

        private Step detach(Reference reference) {
            String column = Identifier.quote(reference.nullable().get(0));
            return new Step(
                    reference.table(),
                    "update " + sql(reference.table()) + " set " + column + " = null where " + column + " is not null");
        }

        private String sql(String table) {
            return catalog.table(table).orElseThrow().sql();
        }
    }
}
