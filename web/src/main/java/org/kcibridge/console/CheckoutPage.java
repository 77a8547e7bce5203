package org.kcibridge.console;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** Each is read once for a page, which mentions some more often. */
    private final Map<Object, List<Breakdown>> read = new HashMap<>();

    public List<Group> builds(String by) {
        return Group.of(builds(OfBuilds.valueOf(by)));
    }

    public List<Group> getPlatforms() {
        return Group.of(tests(OfTests.PLATFORM));
    }

    public List<Group> getPlatformsOfBuild() {
        return Group.of(
                read.computeIfAbsent("platforms of the build", key -> breakdowns.testsOfBuild(id(), OfTests.PLATFORM)));
    }

    public TreeNode<PathTree.Node> getTests() {
        return PathTree.of(testsWithoutBoots());
    }

    public TreeNode<PathTree.Node> getTestsOfBuild() {
        return PathTree.of(breakdowns.testsOfBuild(id(), OfTests.PATH));
    }

    public Map<String, Object> getBuildCounts() {
        return Group.sum(builds(OfBuilds.ARCHITECTURE));
    }

    public Map<String, Object> getBootCounts() {
        return Group.sum(
                tests(OfTests.PATH).stream().filter(CheckoutPage::isBoot).toList());
    }

    public Map<String, Object> getTestCounts() {
        return Group.sum(testsWithoutBoots());
    }

    private List<Breakdown> testsWithoutBoots() {
        return tests(OfTests.PATH).stream().filter(one -> !isBoot(one)).toList();
    }

    private List<Breakdown> builds(OfBuilds by) {
        return read.computeIfAbsent(by, key -> breakdowns.builds(id(), by));
    }

    private List<Breakdown> tests(OfTests by) {
        return read.computeIfAbsent(by, key -> breakdowns.tests(id(), by));
    }

    private static boolean isBoot(Breakdown one) {
        return one.name().equals(BOOT) || one.name().startsWith(BOOT + ".");
    }

    private String id() {
        return pages.parameter("id");
    }
}
