package org.kcibridge.it.docs;

import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Names in documents that look like those of something here, and what is wrong with them. */
record Names(Checkout checkout) {

    /** Two words at least: one alone may be a header, a state, or anything. */
    private static final Pattern TYPE = Pattern.compile("@?([A-Z][a-z0-9]+(?:[A-Z][a-z0-9]+|IT)+)(\\(.*)?");

    private static final Pattern PACKAGE = Pattern.compile("org\\.kcibridge[a-z0-9_.]*");
    private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)+");
    private static final Pattern FILE =
            Pattern.compile("[\\w./-]+\\.(java|md|xml|cli|sql|sh|json|properties|yml|yaml)");
    private static final Pattern PATH = Pattern.compile("(\\.?[\\w-]+)/[\\w./-]+");

    /** Made by builds and runs. */
    private static final Pattern MADE = Pattern.compile("(.*/)?(target|\\.bridge-data)(/.*)?");

    Stream<String> faults(Document document) {
        return Stream.concat(
                        document.links().filter(link -> leadsNowhere(document, link)),
                        document.code().filter(this::isUnknown))
                .map(name -> document.path() + ": " + name);
    }

    private boolean leadsNowhere(Document document, String link) {
        String path = link.replaceFirst("#.*$", "");
        return !link.matches("[a-z]+:.*")
                && !path.isEmpty()
                && !checkout.has(Path.of(document.path()).resolveSibling(path));
    }

    private boolean isUnknown(String code) {
        if (MADE.matcher(code).matches()) {
            return false;
        }
        if (PACKAGE.matcher(code).matches()) {
            return !checkout.hasPackage(code);
        }
        if (SETTING.matcher(code).matches()) {
            return !checkout.mentions(Pattern.compile("\\b" + code + "\\b"));
        }
        if (FILE.matcher(code).matches()) {
            return !checkout.hasFileCalled(code);
        }
        var path = PATH.matcher(code);
        if (path.matches()) {
            return checkout.has(Path.of(path.group(1))) && !checkout.has(Path.of(code));
        }
        var type = TYPE.matcher(code);
        return type.matches() && !checkout.knowsType(type.group(1));
    }
}
