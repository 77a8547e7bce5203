package org.kcibridge.results;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names as no harness should give them, and as some do; the same ones on every run. */
final class OddNames {

    private static final List<String> PIECES = List.of(
            "ltp",
            "kselftest",
            "smoke",
            "boot",
            "access01",
            "a",
            "b",
            "c",
            "-",
            "_",
            "_",
            ".",
            "/",
            " ",
            "~",
            ":",
            "[0]",
            "\u0000",
            "\n",
            "ž",
            "😀",
            "\ud83d",
            "%",
            "x".repeat(300));

    private final Random random = new Random(20_261_125);

    /** A name of up to {@code most} pieces; never blank. */
    String next(int most) {
        String name = "";
        while (name.isBlank()) {
            name = Stream.generate(() -> PIECES.get(random.nextInt(PIECES.size())))
                    .limit(1L + random.nextInt(most))
                    .collect(Collectors.joining());
        }
        return name;
    }

    /** The levels of a case's name; none for a suite as a whole. */
    String[] levels() {
        return Stream.generate(() -> next(3)).limit(random.nextInt(4)).toArray(String[]::new);
    }
}
