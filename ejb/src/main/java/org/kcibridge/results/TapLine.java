package org.kcibridge.results;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One line of TAP or KTAP, for what it is. */
sealed interface TapLine {

    /** How far it is indented, which makes the levels of KTAP. */
    int indent();

    /** {@code KTAP version 1}: a document begins. */
    record Version(int indent, String dialect, int number) implements TapLine {}

    /** {@code 1..5}: so many results are due; with {@code 1..0 # SKIP why} nothing was run at all. */
    record Plan(int indent, int count, Optional<String> skipped) implements TapLine {}

    /**
     * {@code not ok 3 - a name # SKIP why}.
     *
     * @param note what follows the directive, or the whole text behind {@code #} if there is none
     */
    record Result(int indent, boolean ok, OptionalInt number, String name, TapDirective directive, String note)
            implements TapLine {}

    /** {@code # Subtest: name}: results of that name's own follow. */
    record Subtest(int indent, String name) implements TapLine {}

    /** {@code Bail out! why}: nothing follows. */
    record BailOut(int indent, String reason) implements TapLine {}

    /** Anything else: diagnostics, and whatever else is written to the same console. */
    record Other(int indent, String text) implements TapLine {}

    Pattern VERSION = Pattern.compile("(K?TAP) version (\\d{1,9})\\s*");
    Pattern PLAN = Pattern.compile("1\\.\\.(\\d{1,9})\\s*(?:#(.*))?");
    Pattern RESULT = Pattern.compile("(not )?ok(?=\\s|$)(?:\\s+(\\d{1,9})(?=\\s|$))?(?:\\s+-(?=\\s|$))?(.*)");
    Pattern SUBTEST = Pattern.compile("# Subtest:\\s*(\\S.*)");
    Pattern BAIL_OUT = Pattern.compile("Bail out!(.*)", Pattern.CASE_INSENSITIVE);

    /** Behind it stands the directive; one that is escaped is part of the name. */
    Pattern HASH = Pattern.compile("(?:^|(?<=\\s))#");

    static TapLine of(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        String text = line.substring(indent);
        Matcher version = VERSION.matcher(text);
        if (version.matches()) {
            return new Version(indent, version.group(1), Integer.parseInt(version.group(2)));
        }
        Matcher plan = PLAN.matcher(text);
        if (plan.matches()) {
            return plan(indent, plan);
        }
        Matcher result = RESULT.matcher(text);
        if (result.matches()) {
            return result(indent, result);
        }
        Matcher subtest = SUBTEST.matcher(text);
        if (subtest.matches()) {
            return new Subtest(indent, subtest.group(1).strip());
        }
        Matcher bailOut = BAIL_OUT.matcher(text);
        return bailOut.matches() ? new BailOut(indent, bailOut.group(1).strip()) : new Other(indent, text);
    }

    private static Plan plan(int indent, Matcher plan) {
        Optional<String> skipped = Optional.ofNullable(plan.group(2))
                .map(String::strip)
                .filter(text -> TapDirective.at(text) == TapDirective.SKIP)
                .map(TapLine::reason);
        return new Plan(indent, Integer.parseInt(plan.group(1)), skipped);
    }

    private static Result result(int indent, Matcher result) {
        boolean ok = result.group(1) == null;
        OptionalInt number =
                result.group(2) == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(result.group(2)));
        String text = result.group(3);
        Matcher hash = HASH.matcher(text);
        if (!hash.find()) {
            return new Result(indent, ok, number, text.strip().replace("\\#", "#"), TapDirective.NONE, "");
        }
        String name = text.substring(0, hash.start()).strip().replace("\\#", "#");
        String behind = text.substring(hash.end()).strip();
        TapDirective directive = TapDirective.at(behind);
        String note = directive == TapDirective.NONE ? behind : reason(behind);
        // kselftest's own functions write the name last: "ok 3 # SKIP a name".
        return name.isEmpty()
                ? new Result(indent, ok, number, note, directive, "")
                : new Result(indent, ok, number, name, directive, note);
    }

    /** What follows the first word. */
    private static String reason(String text) {
        String[] words = text.split("[\\s:]+", 2);
        return words.length == 2 ? words[1].strip() : "";
    }
}
