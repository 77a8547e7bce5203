package org.kcibridge.it.architecture;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.Disabled;
import org.kcibridge.it.container.Bench;

/** What test code must not do, and how to notice that it does. */
final class HouseRules {

    /** The build itself keeps their libraries out, by the enforcer. */
    private static final List<String> MOCKING =
            List.of("org.mockito.", "org.easymock.", "org.jmock.", "org.powermock.", "mockit.", "io.mockk.");

    private static final List<Class<?>> DATABASE =
            List.of(Connection.class, Statement.class, ResultSet.class, DataSource.class, EntityManager.class);

    /** Whoever refers to one of them, or extends who does, needs the server that Failsafe's run brings. */
    private static final List<Class<?>> BENCH = List.of(Bench.class, ArquillianExtension.class);

    private static final String ISOLATED = "org.kcibridge.it.isolation.IsolatedBy";

    private HouseRules() {}

    static boolean mocks(JavaClass type) {
        return dependencies(type).anyMatch(other -> MOCKING.stream().anyMatch(other.getName()::startsWith));
    }

    static boolean imitatesTheDatabase(JavaClass type) {
        return DATABASE.stream().anyMatch(type::isAssignableTo);
    }

    static boolean sleeps(JavaClass type) {
        return type.getAccessesFromSelf().stream().anyMatch(HouseRules::isSleep);
    }

    private static boolean isSleep(JavaAccess<?> access) {
        JavaClass owner = access.getTargetOwner();
        return owner.isEquivalentTo(LockSupport.class) && access.getName().startsWith("park")
                || access.getName().equals("sleep")
                        && (owner.isEquivalentTo(Thread.class) || owner.isEquivalentTo(TimeUnit.class));
    }

    static boolean isDisabled(JavaClass type) {
        return Stream.<HasAnnotations<?>>concat(Stream.of(type), type.getMethods().stream())
                .flatMap(member -> member.getAnnotations().stream())
                .map(JavaAnnotation::getRawType)
                .anyMatch(HouseRules::isSwitch);
    }

    /** JUnit's own for this and that system, version and environment included. */
    private static boolean isSwitch(JavaClass annotation) {
        return annotation.isEquivalentTo(Disabled.class)
                || annotation.getPackageName().equals("org.junit.jupiter.api.condition");
    }

    static boolean needsTheBench(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .flatMap(HouseRules::dependencies)
                .anyMatch(other -> BENCH.stream().anyMatch(other::isEquivalentTo));
    }

    /** By its own annotation, or by that of a class it extends. */
    static boolean isIsolated(JavaClass type) {
        return Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream())
                .anyMatch(one -> one.isMetaAnnotatedWith(ISOLATED));
    }

    private static Stream<JavaClass> dependencies(JavaClass type) {
        return type.getDirectDependenciesFromSelf().stream().map(dependency -> dependency.getTargetClass());
    }
}
