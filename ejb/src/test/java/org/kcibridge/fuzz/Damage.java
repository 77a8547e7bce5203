package org.kcibridge.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * Damages samples at random. What becomes of one follows from a seed, which a failure should name; the seeds are the same in
 * every run, and more of them in one that is given {@code -Dfuzz.minutes}, which then lasts so long for each sample.
 */
public final class Damage {

    private static final int SEEDS = 2_000;
    private static final Duration LONGEST = Duration.ofMinutes(Integer.getInteger("fuzz.minutes", 0));

    private final List<String> pieces;

    /** @param pieces what means something in the format, and is put where it does not belong */
    public Damage(String... pieces) {
        this.pieces = List.of(pieces);
    }

    /** What is tried with a damaged sample. */
    public interface Attempt {

        void with(long seed, byte[] damaged);
    }

    /** Tries many. */
    public void each(byte[] sample, Attempt attempt) {
        Instant end = Instant.now().plus(LONGEST);
        for (long seed = 0; seed < SEEDS || Instant.now().isBefore(end); seed++) {
            attempt.with(seed, damaged(sample, new Random(seed)));
        }
    }

    private byte[] damaged(byte[] sample, Random random) {
        byte[] damaged = sample;
        for (int times = 1 + random.nextInt(6); times > 0; times--) {
            damaged = damagedOnce(damaged, random);
        }
        return damaged;
    }

    private byte[] damagedOnce(byte[] sample, Random random) {
        int from = random.nextInt(sample.length + 1);
        int to = from + random.nextInt(Math.min(200, sample.length - from + 1));
        byte[] middle =
                switch (random.nextInt(6)) {
                    case 0 -> new byte[0];
                    case 1 -> pieces.get(random.nextInt(pieces.size())).getBytes(UTF_8);
                    case 2 -> noise(random);
                    case 3 -> twice(Arrays.copyOfRange(sample, from, to));
                    case 4 -> Arrays.copyOfRange(sample, 0, Math.min(500, sample.length));
                    default -> new byte[] {(byte) random.nextInt(256)};
                };
        // Half of the time something is put in, half of the time it takes the place of something.
        int end = random.nextBoolean() ? from : to;
        return join(Arrays.copyOf(sample, from), middle, Arrays.copyOfRange(sample, end, sample.length));
    }

    private static byte[] noise(Random random) {
        byte[] noise = new byte[random.nextInt(40)];
        random.nextBytes(noise);
        return noise;
    }

    private static byte[] twice(byte[] part) {
        return join(part, part);
    }

    private static byte[] join(byte[]... parts) {
        var whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }
}
