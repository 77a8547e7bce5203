package org.kcibridge.it.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.platform.commons.annotation.Testable;

/**
 * The compiled test code of all modules. Which classes are tests is found as JUnit finds it, by their methods, so nobody keeps
 * a list.
 *
 * <p>A static class inside of another is no test of the build, which passes over it: it is there to be run by a test of the
 * test system itself. JUnit's own nested classes, which are not static, belong to the class around them.
 */
record TestClasses(Map<String, JavaClasses> modules) {

    private static final List<String> MODULES = List.of("ear/lib", "ejb", "web", "batch", "it");

    static TestClasses ofAllModules() {
        var importer = new ClassFileImporter();
        Map<String, JavaClasses> modules = new TreeMap<>();
        for (String module : MODULES) {
            Path folder = Path.of("..", module, "target", "test-classes");
            if (Files.isDirectory(folder)) {
                modules.put(module, importer.importPath(folder));
            }
        }
        return new TestClasses(modules);
    }

    /** What the tests and the run command work with, from the stand-ins to the embedded database. */
    Stream<JavaClass> tools() {
        return new ClassFileImporter().importPath(Path.of("target", "classes")).stream();
    }

    static JavaClass just(Class<?> type) {
        return new ClassFileImporter().importClass(type);
    }

    /** Every class of test code, tests or not. */
    Stream<JavaClass> code() {
        return modules.values().stream().flatMap(Collection::stream);
    }

    /** The classes that the build runs. */
    List<JavaClass> tests() {
        return tests(code());
    }

    List<JavaClass> testsOf(String module) {
        return tests(modules.get(module).stream());
    }

    /** The tests that the build runs, one by one; an inherited one as often as it is inherited. */
    Stream<JavaMethod> testMethods() {
        return bearers(code()).flatMap(TestClasses::testsIn);
    }

    private static List<JavaClass> tests(Stream<JavaClass> code) {
        return bearers(code).map(TestClasses::outermost).distinct().toList();
    }

    /** Classes with tests of their own, those inside of others too. */
    private static Stream<JavaClass> bearers(Stream<JavaClass> code) {
        return code.filter(type -> testsIn(type).findAny().isPresent() && isConcrete(type) && !isForNestedRuns(type));
    }

    static Stream<JavaMethod> testsIn(JavaClass type) {
        return type.getAllMethods().stream().filter(TestClasses::isTest);
    }

    static boolean isTest(JavaMethod method) {
        return method.isMetaAnnotatedWith(Testable.class);
    }

    static JavaClass outermost(JavaClass type) {
        return type.getEnclosingClass().map(TestClasses::outermost).orElse(type);
    }

    static boolean isInside(JavaClass type) {
        return type.getEnclosingClass().isPresent();
    }

    /** By the names that Surefire and Failsafe go by; what tests extend is called so too, and what they are annotated with. */
    static boolean isCalledATest(JavaClass type) {
        return type.getSimpleName().matches(".+(Test|IT)")
                && !isInside(type)
                && isConcrete(type)
                && !type.isInterface();
    }

    static boolean isRunByFailsafe(JavaClass type) {
        return type.getSimpleName().endsWith("IT");
    }

    private static boolean isForNestedRuns(JavaClass type) {
        return type.getEnclosingClass()
                .filter(outer -> type.getModifiers().contains(JavaModifier.STATIC) || isForNestedRuns(outer))
                .isPresent();
    }

    private static boolean isConcrete(JavaClass type) {
        return !type.getModifiers().contains(JavaModifier.ABSTRACT);
    }
}
