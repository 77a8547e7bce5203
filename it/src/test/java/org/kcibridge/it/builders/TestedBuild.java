package org.kcibridge.it.builders;

/** A checkout, a build of it, and a test of that: what most reports come to. A test method takes it as a parameter. */
public record TestedBuild(Row checkout, Row build, Row test) {

    public static TestedBuild create(Given given) {
        Row checkout = given.checkout().create();
        Row build = given.build().with("checkout_id", checkout.id()).create();
        return new TestedBuild(
                checkout, build, given.test().with("build_id", build.id()).create());
    }
}
