package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kcibridge.aggregate.Breakdown;
import org.kcibridge.aggregate.Breakdowns;
import org.kcibridge.aggregate.Breakdowns.OfBuilds;
import org.kcibridge.aggregate.Breakdowns.OfTests;
import org.primefaces.model.TreeNode;

/** How a checkout, or a build, went: by what its builds and tests have in common. */
@Named("breakdown")
@RequestScoped
public class CheckoutPage {

    private static final String BOOT = "boot";

    @Inject
    Breakdowns breakdowns;

    @Inject
    Pages pages;

    public List<Group> builds(String by) {
        return Group.of(breakdowns.builds(id(), OfBuilds.valueOf(by)));
    }

    public List<Group> getPlatforms() {
        return Group.of(breakdowns.tests(id(), OfTests.PLATFORM));
    }

    public List<Group> getPlatformsOfBuild() {
        return Group.of(breakdowns.testsOfBuild(id(), OfTests.PLATFORM));
    }

    /** Without boots. */
    public TreeNode<PathTree.Node> getTests() {
        return PathTree.of(breakdowns.tests(id(), OfTests.PATH).stream()
                .filter(one -> !isBoot(one))
                .toList());
    }

    public TreeNode<PathTree.Node> getTestsOfBuild() {
        return PathTree.of(breakdowns.testsOfBuild(id(), OfTests.PATH));
    }

    /** How all of something went. */
    public Map<String, Object> getBuildCounts() {
        return sum(breakdowns.builds(id(), OfBuilds.ARCHITECTURE));
    }

    public Map<String, Object> getBootCounts() {
        return sum(breakdowns.tests(id(), OfTests.PATH).stream()
                .filter(CheckoutPage::isBoot)
                .toList());
    }

    public Map<String, Object> getTestCounts() {
        return sum(breakdowns.tests(id(), OfTests.PATH).stream()
                .filter(one -> !isBoot(one))
                .toList());
    }

    private static Map<String, Object> sum(List<Breakdown> all) {
        return Group.of(all.stream()
                        .collect(Collectors.groupingBy(Breakdown::status, Collectors.summingLong(Breakdown::count)))
                        .entrySet()
                        .stream()
                        .map(one -> new Breakdown("", one.getKey(), one.getValue()))
                        .toList())
                .stream()
                .findFirst()
                .map(Group::counts)
                .orElse(Map.of());
    }

    private static boolean isBoot(Breakdown one) {
        return one.name().equals(BOOT) || one.name().startsWith(BOOT + ".");
    }

    private String id() {
        return pages.parameter("id");
    }
}
