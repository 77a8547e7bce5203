package org.kcibridge.allocation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Texts that tell of any number of cases, each in the same words but for its number. */
public final class CaseTexts {

    private CaseTexts() {}

    /** The {@code results.json} of a LAVA job whose cases all failed. */
    public static byte[] lavaResults(int cases) {
        return text(
                "{\"lava\":{\"login-action\":{\"result\":\"pass\"},\"job\":{\"result\":\"pass\"}},\"0_ltp-smoke\":{",
                cases,
                "\"case%1$d\":{\"result\":\"fail\",\"starttc\":%1$d,\"endtc\":%1$d}",
                ",",
                "}}");
    }

    /** @param each what stands for a case, with {@code %1$d} for its number */
    public static byte[] lines(String before, int cases, String each) {
        return text(before, cases, each, "", "");
    }

    /** @param between what stands between two cases */
    public static byte[] text(String before, int cases, String each, String between, String after) {
        return IntStream.rangeClosed(1, cases)
                .mapToObj(each::formatted)
                .collect(Collectors.joining(between, before, after))
                .getBytes(UTF_8);
    }
}
