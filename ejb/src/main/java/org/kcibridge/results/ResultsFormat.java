package org.kcibridge.results;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The formats in which results are read, whoever sends them. */
public enum ResultsFormat {
    /** What KUnit and kselftest print, alone or in the log of a whole boot. */
    KTAP("text/x-ktap", "application/x-ktap") {
        @Override
        List<CaseResult> parse(InputStream in, Optional<String> suite) throws IOException {
            return KtapReader.read(in, suite);
        }
    },
    /** The Test Anything Protocol, version 13. */
    TAP("text/x-tap", "application/x-tap", "application/tap") {
        @Override
        List<CaseResult> parse(InputStream in, Optional<String> suite) throws IOException {
            return TapReader.read(in, suite.orElse("tap"));
        }
    },
    JUNIT("application/junit+xml", "application/xml", "text/xml") {
        @Override
        List<CaseResult> parse(InputStream in, Optional<String> suite) throws IOException {
            return JUnitReader.read(in, suite);
        }
    },
    /** results.json of LAVA, tuxrun and TuxSuite: booting, and all suites unless one is asked for. */
    LAVA("application/vnd.lava.results+json") {
        @Override
        List<CaseResult> parse(InputStream in, Optional<String> suite) throws IOException {
            LavaResults results = LavaResults.read(in);
            List<CaseResult> found = suite.map(results::suite).orElseGet(() -> results.all());
            if (found.isEmpty()) {
                throw new MalformedResults(0, "there is no result in it");
            }
            if (found.size() > CaseLimit.MOST) {
                throw new MalformedResults(0, "there are more than %,d cases".formatted(CaseLimit.MOST));
            }
            return found;
        }
    };

    /** Far more than anybody's results have; whoever takes them from a network takes less. */
    private static final long MOST_BYTES = 64L << 20;

    private final List<String> mediaTypes;

    ResultsFormat(String... mediaTypes) {
        this.mediaTypes = List.of(mediaTypes);
    }

    /** The format that goes by this media type, which may have parameters. */
    public static Optional<ResultsFormat> of(String mediaType) {
        String plain = mediaType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaTypes.contains(plain))
                .findFirst();
    }

    /** What it goes by, the best one first. */
    public List<String> mediaTypes() {
        return mediaTypes;
    }

    /**
     * Reads all cases.
     *
     * @param suite as it was asked for; if nobody asked, results go by what the format says or, if it says nothing, by the
     *     format's own name
     * @return at least one
     * @throws MalformedResults when it cannot be made sense of
     * @throws IOException when it cannot be read to its end
     */
    public List<CaseResult> read(InputStream in, Optional<String> suite) throws IOException {
        return parse(new LimitedInput(in, MOST_BYTES), suite);
    }

    abstract List<CaseResult> parse(InputStream in, Optional<String> suite) throws IOException;
}
