package org.kcibridge.it.benchmark.figures;

/**
 * What it took meanwhile.
 *
 * @param bridge processors that the server kept busy; 1 is one of them all the time
 * @param compilers how many of these had to compile what the server ran, which passes
 * @param database processors that PostgreSQL kept busy
 * @param client processors that the benchmark itself kept busy, its stand-ins included
 * @param others processors that something else on the machine kept busy, which a benchmark can do without
 * @param megabytes the server's resident memory at its highest
 * @param commits transactions that the server's database committed in a second
 */
public record Usage(
        double bridge,
        double compilers,
        double database,
        double client,
        double others,
        double megabytes,
        double commits) {}
