package org.kcibridge.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kcibridge.aggregate.Breakdown;

/**
 * Things that have something in common, and how they went.
 *
 * @param name what that is
 * @param counts by status, under the names the API has them
 */
public record Group(String name, Map<String, Object> counts) {

    static List<Group> of(List<Breakdown> breakdowns) {
        Map<String, Map<String, Object>> groups = new LinkedHashMap<>();
        breakdowns.forEach(one -> count(groups.computeIfAbsent(one.name(), name -> new LinkedHashMap<>()), one));
        List<Group> all = new ArrayList<>();
        groups.forEach((name, counts) -> all.add(new Group(name, counts)));
        return all;
    }

    /** All of them together, whatever they have in common. */
    static Map<String, Object> sum(List<Breakdown> breakdowns) {
        Map<String, Object> counts = new LinkedHashMap<>();
        breakdowns.forEach(one -> count(counts, one));
        return counts;
    }

    static void count(Map<String, Object> counts, Breakdown one) {
        counts.merge(one.status().toLowerCase(Locale.ROOT), one.count(), (a, b) -> (Long) a + (Long) b);
    }

    public String getName() {
        return name;
    }

    public Map<String, Object> getCounts() {
        return counts;
    }
}
