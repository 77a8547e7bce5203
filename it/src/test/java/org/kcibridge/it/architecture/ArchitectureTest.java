package org.kcibridge.it.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.net.Socket;
import java.net.URL;
import java.net.URLConnection;
import java.nio.channels.SocketChannel;
import java.nio.file.Paths;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.log.OneLine;

/** The arrows of the design, kept from bending: which part may know which. */
@UnitTest
class ArchitectureTest {

    private static JavaClasses bridge;
    private static Map<String, JavaClasses> parts;

    @BeforeAll
    static void importClasses() {
        var importer = new ClassFileImporter();
        parts = Map.of(
                "ear/lib", importer.importPath(Paths.get("../ear/lib/target/classes")),
                "ejb", importer.importPath(Paths.get("../ejb/target/classes")),
                "web", importer.importPath(Paths.get("../web/target/classes")),
                "batch", importer.importPath(Paths.get("../batch/target/classes")));
        bridge = importer.importPaths(
                Paths.get("../ear/lib/target/classes"),
                Paths.get("../ejb/target/classes"),
                Paths.get("../web/target/classes"),
                Paths.get("../batch/target/classes"));
    }

    /** Without this a wrong path would let every rule below pass on nothing. */
    @Test
    void looksAtEveryPart() {
        parts.forEach((part, classes) -> assertThat(classes).as(part).isNotEmpty());
    }

    @Test
    void componentsAreFreeOfCycles() {
        slices().matching("org.kcibridge.(*)..").should().beFreeOfCycles().check(parts.get("ejb"));
        slices().matching("org.kcibridge.rest.(*)..").should().beFreeOfCycles().check(parts.get("web"));
    }

    @Test
    void coreKnowsNeitherWebNorBatch() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.kcibridge.rest..",
                        "org.kcibridge.live..",
                        "jakarta.servlet..",
                        "jakarta.websocket..",
                        "jakarta.batch..")
                .check(parts.get("ejb"));
    }

    /** The database tells what changes; whoever changes something need not think of those who watch. */
    @Test
    void nobodyTellsOfWhatHeDoes() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.kcibridge.event..", "org.kcibridge.live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kcibridge.event..")
                .check(bridge);
    }

    @Test
    void liveEventsAndRestAreDoorsOfTheirOwn() {
        noClasses()
                .that()
                .resideInAPackage("org.kcibridge.live..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kcibridge.rest..")
                .check(parts.get("web"));
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kcibridge.live..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.kcibridge.live..", "jakarta.websocket..")
                .check(bridge);
    }

    @Test
    void webAndBatchNeverMeet() {
        noClasses()
                .should()
                .dependOnClassesThat(
                        resideInAPackage("org.kcibridge.batch.(*)..").or(resideInAPackage("jakarta.batch..")))
                .check(parts.get("web"));
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kcibridge.rest..")
                .check(parts.get("batch"));
    }

    @Test
    void reportKnowsNothingOfWhereResultsComeFrom() {
        noClasses()
                .that()
                .resideInAPackage("org.kcibridge.report..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.kcibridge..")
                        .and(resideOutsideOfPackage("org.kcibridge.report.."))
                        .and(resideOutsideOfPackage("org.kcibridge.identity..")))
                .check(bridge);
    }

    @Test
    void resultsKnowNothingOfWhoRanTheTests() {
        noClasses()
                .that()
                .resideInAPackage("org.kcibridge.results..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.kcibridge..")
                        .and(resideOutsideOfPackage("org.kcibridge.results.."))
                        .and(resideOutsideOfPackage("org.kcibridge.report.."))
                        .and(resideOutsideOfPackage("org.kcibridge.identity.."))
                        .and(not(type(OneLine.class))))
                .check(bridge);
    }

    /**
     * TuxSuite and KCIDB are replaceable: only what speaks to them knows how. Whatever else is fetched comes by the one door
     * that looks where an address leads.
     */
    @Test
    void onlyGatewaysAndDownloadsSpeakToTheOutside() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "org.kcibridge.outbound..",
                        "org.kcibridge.runner.tuxsuite..",
                        "org.kcibridge.runner.github..",
                        "org.kcibridge.submission.kcidb..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.eclipse.microprofile.rest.client..", "java.net.http..", "jakarta.ws.rs.client..")
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(URL.class, URLConnection.class, Socket.class, SocketChannel.class)
                .check(bridge);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kcibridge.download..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.apache.hc..")
                .check(bridge);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.kcibridge.runner.tuxsuite..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.kcibridge.runner.tuxsuite..")
                .check(bridge);
    }

    @Test
    void everyEndpointSaysWhoMayCallIt() {
        methods()
                .that()
                .areMetaAnnotatedWith(HttpMethod.class)
                .should(sayWhoMayCall())
                .check(parts.get("web"));
    }

    @Test
    void entitiesStayInside() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .resideInAPackage("org.kcibridge..")
                .andShould()
                .notBeInterfaces()
                .check(parts.get("ejb"));
        methods()
                .that()
                .areDeclaredInClassesThat()
                .areAnnotatedWith(Path.class)
                .should()
                .notHaveRawReturnType(entity())
                .check(parts.get("web"));
    }

    /** Leases and due times live on the database's clock; a node's own clock only ever measures how long something took. */
    @Test
    void nobodyReadsTheNodesClock() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("org.kcibridge.submission.kcidb.RetryAfter")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(OffsetDateTime.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(Date.class)
                .check(bridge);
    }

    @Test
    void nothingIsPrinted() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(bridge);
    }

    private static DescribedPredicate<JavaClass> entity() {
        return DescribedPredicate.describe("entity", type -> type.isAnnotatedWith("jakarta.persistence.Entity"));
    }

    private static ArchCondition<JavaMethod> sayWhoMayCall() {
        return new ArchCondition<>("carry @RolesAllowed or @PermitAll, or lie in a class that does") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean said = method.isAnnotatedWith(RolesAllowed.class)
                        || method.isAnnotatedWith(PermitAll.class)
                        || method.getOwner().isAnnotatedWith(RolesAllowed.class);
                events.add(new SimpleConditionEvent(
                        method, said, method.getFullName() + " says who may call it: " + said));
            }
        };
    }
}
