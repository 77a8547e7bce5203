package org.kcibridge.it.architecture;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasAnnotations;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Tags;

/** Which kinds a test class is of, by the tags that JUnit sees: composed, repeated, and inherited ones. */
final class Kinds {

    private static final Set<String> ALL = Set.of("unit", "integration", "validation", "slow", "live");

    private Kinds() {}

    /** What is wrong with the kinds of a class, if anything. */
    static Optional<String> fault(JavaClass type) {
        Set<String> kinds = of(type);
        return kinds.size() == 1
                ? Optional.empty()
                : Optional.of(type.getName() + (kinds.isEmpty() ? " is of no kind" : " is of the kinds " + kinds));
    }

    /** The kinds of a class with everything in it: a tag on one of its tests would make that test one of two kinds. */
    static Set<String> of(JavaClass type) {
        Stream<JavaClass> family = Stream.concat(Stream.of(type), type.getAllRawSuperclasses().stream());
        return family.flatMap(member -> Stream.concat(Stream.of(member), member.getMethods().stream()))
                .flatMap(Kinds::tags)
                .filter(ALL::contains)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> tags(HasAnnotations<?> bearer) {
        return tags(bearer, new HashSet<>());
    }

    /** Annotations may bear themselves, so those seen are remembered. */
    private static Stream<String> tags(HasAnnotations<?> bearer, Set<String> seen) {
        return bearer.getAnnotations().stream().flatMap(annotation -> tags(annotation, seen));
    }

    private static Stream<String> tags(JavaAnnotation<?> annotation, Set<String> seen) {
        JavaClass type = annotation.getRawType();
        if (type.isEquivalentTo(Tag.class)) {
            return Stream.of(annotation.as(Tag.class).value());
        }
        if (type.isEquivalentTo(Tags.class)) {
            return Stream.of(annotation.as(Tags.class).value()).map(Tag::value);
        }
        return seen.add(type.getName()) ? tags(type, seen) : Stream.empty();
    }
}
