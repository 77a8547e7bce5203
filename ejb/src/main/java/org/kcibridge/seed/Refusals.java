package org.kcibridge.seed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;

/** Says of what KCIDB's schema refuses where it stands in the dataset. */
final class Refusals {

    private static final Pattern VIOLATION = Pattern.compile("/([a-z]+)/([0-9]+)(?:/(.*?))?: (.*)");

    private Refusals() {}

    /**
     * @param violation a JSON pointer and what is wrong there
     * @param report what was looked at
     */
    static String line(String violation, Report report) {
        Matcher at = VIOLATION.matcher(violation);
        if (!at.matches()) {
            return violation;
        }
        for (Kind kind : Kind.values()) {
            if (kind.key().equals(at.group(1))) {
                String id =
                        report.objects(kind).get(Integer.parseInt(at.group(2))).getString("id");
                String field = at.group(3) == null ? "" : at.group(3).replace('/', '.') + ": ";
                return "%s.yaml: %s: %s%s".formatted(kind.key(), id, field, at.group(4));
            }
        }
        return violation;
    }
}
