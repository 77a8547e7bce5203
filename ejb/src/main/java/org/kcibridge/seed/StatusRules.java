package org.kcibridge.seed;

import java.util.Map;
import org.kcibridge.report.Status;

/**
 * What builds and tests come to that say nothing about it themselves. The nearest rule decides, and where there is none it
 * is {@link Status#SKIP}: nobody has looked.
 *
 * @param buildsByCheckout by id of a checkout, the status of its builds
 * @param testsByBuild by id of a build, the status of its tests
 * @param testsByCheckout by id of a checkout, the status of its tests
 */
record StatusRules(
        Map<String, Status> buildsByCheckout, Map<String, Status> testsByBuild, Map<String, Status> testsByCheckout) {

    StatusRules {
        buildsByCheckout = Map.copyOf(buildsByCheckout);
        testsByBuild = Map.copyOf(testsByBuild);
        testsByCheckout = Map.copyOf(testsByCheckout);
    }

    Status ofBuild(String checkout) {
        return buildsByCheckout.getOrDefault(checkout, Status.SKIP);
    }

    Status ofTest(String build, String checkout) {
        return testsByBuild.getOrDefault(build, testsByCheckout.getOrDefault(checkout, Status.SKIP));
    }
}
