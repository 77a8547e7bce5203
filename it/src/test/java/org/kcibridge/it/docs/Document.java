package org.kcibridge.it.docs;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text in Markdown.
 *
 * @param path where it lies, from the root of the repository on
 */
record Document(String path, String text) {

    private static final Pattern BLOCK = Pattern.compile("^```.*?^```", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern COMMAND = Pattern.compile("^(mvn\\b.*)$", Pattern.MULTILINE);

    /** Where its links lead, as they are written. */
    Stream<String> links() {
        return groups(LINK, prose());
    }

    /** What is set in code inside of sentences and tables. */
    Stream<String> code() {
        return groups(CODE, prose());
    }

    /** The calls of Maven that readers are told, in sentences, tables and blocks; options alone are to be added to one. */
    Stream<String> commands() {
        Stream<String> inline = code().filter(code -> code.matches("(mvn |-[A-Za-z]).*"))
                .map(code -> code.startsWith("-") ? "mvn " + code : code);
        return Stream.concat(inline, groups(COMMAND, text));
    }

    private String prose() {
        return BLOCK.matcher(text).replaceAll("");
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult result) -> result.group(1));
    }
}
