package org.kcibridge.it.operations;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kcibridge.it.container.Bench;

/** What the server shows to Prometheus. */
record Metrics(List<String> samples) {

    static Metrics scrape() {
        return new Metrics(Bench.get()
                .management("/metrics")
                .response()
                .body()
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList());
    }

    /** The names of all samples, as queries write them. */
    Set<String> names() {
        return samples.stream().map(line -> line.split("[{ ]", 2)[0]).collect(Collectors.toSet());
    }

    /** @param labels each as it is written in a sample: {@code state="DEAD"} */
    double sum(String name, String... labels) {
        Predicate<String> matches = line -> Stream.of(labels).allMatch(line::contains);
        return samples.stream()
                .filter(line -> line.startsWith(name + "{") || line.startsWith(name + " "))
                .filter(matches)
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }
}
