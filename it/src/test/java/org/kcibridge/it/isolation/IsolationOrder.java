package org.kcibridge.it.isolation;

import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.Tag;

/**
 * Classes that leave the initial data alone come first, then those that flush it away or run against a live server, then the
 * rest, which may leave anything. Within a group the order is that of names, or shuffled by {@code -Dtest.order.seed=}: a
 * number, or {@code random} for one that is printed, to be given again when the order mattered.
 *
 * <p>Surefire and Failsafe keep to it with one fork that is reused, and ignore it otherwise.
 */
public final class IsolationOrder implements ClassOrderer {

    static final String SEED = "test.order.seed";

    private boolean settled;
    private Optional<Long> seed = Optional.empty();

    @Override
    public void orderClasses(ClassOrdererContext context) {
        List<? extends ClassDescriptor> classes = context.getClassDescriptors();
        classes.sort(
                Comparator.comparing(descriptor -> descriptor.getTestClass().getName()));
        seed(context).ifPresent(number -> Collections.shuffle(classes, new java.util.Random(number)));
        classes.sort(Comparator.comparingInt(IsolationOrder::group));
    }

    /** Settled once, since nested classes are put in order one by one. */
    private Optional<Long> seed(ClassOrdererContext context) {
        if (!settled) {
            settled = true;
            seed = context.getConfigurationParameter(SEED).map(IsolationOrder::number);
            seed.ifPresent(number -> System.out.println(
                    "Test classes are shuffled: -D" + SEED + "=" + number + " brings the same order again"));
        }
        return seed;
    }

    private static long number(String text) {
        try {
            return text.equals("random")
                    ? ThreadLocalRandom.current().nextInt(1_000_000)
                    : Long.parseLong(text.strip());
        } catch (NumberFormatException none) {
            throw new IllegalArgumentException(SEED + " must be a number or \"random\", but is " + text, none);
        }
    }

    private static int group(ClassDescriptor descriptor) {
        Optional<Isolation> isolation =
                descriptor.findAnnotation(IsolatedBy.class).map(IsolatedBy::value);
        if (isolation.isPresent()) {
            return isolation.get() == Isolation.ROLLBACK ? 0 : 1;
        }
        boolean live = descriptor.findRepeatableAnnotations(Tag.class).stream()
                .anyMatch(tag -> tag.value().equals("live"));
        return live ? 1 : 2;
    }
}
