package org.kcibridge.it.docs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Paths;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kcibridge.settings.Declares;
import org.kcibridge.settings.Setting;

/**
 * All settings, as the code that reads them declares them.
 *
 * @param types those that declare any, in the order of what they are about
 */
record Configuration(List<Class<?>> types) {

    private static final String FILE =
            """
            # Configuration

            All settings there are, by what they are about; the [README](../README.md#use-it-for-real) has those that everybody
            needs. They come from the environment, where the run command looks for them; the server also takes them as system
            properties. An empty value is none. One that is missing, malformed or contradicts another stops the start with one
            line that names it. Tokens, keys and passwords get into no log, error or answer.

            This page is made of what the code declares; see [CONTRIBUTING](../CONTRIBUTING.md#where-things-go).
            %s""";

    private static final String CONCERN =
            """

            ## %s

            | setting | meaning | default |
            |---|---|---|
            %s
            """;

    static Configuration ofTheCode() {
        return new Configuration(new ClassFileImporter()
                .importPaths(Paths.get("../ejb/target/classes"), Paths.get("target/classes")).stream()
                        .filter(type -> type.isAnnotatedWith(Declares.class))
                        .map(JavaClass::reflect)
                        .sorted(Comparator.comparing(Configuration::about))
                        .collect(Collectors.toList()));
    }

    Stream<Setting> settings() {
        return types.stream().flatMap(Configuration::settings);
    }

    static Stream<Setting> settings(Class<?> type) {
        return Arrays.stream(type.getAnnotation(Declares.class).value());
    }

    String markdown() {
        return FILE.formatted(types.stream().map(Configuration::concern).collect(Collectors.joining()));
    }

    private static String about(Class<?> type) {
        return type.getAnnotation(Declares.class).about();
    }

    private static String concern(Class<?> type) {
        return CONCERN.formatted(
                about(type), settings(type).map(Configuration::row).collect(Collectors.joining("\n")));
    }

    private static String row(Setting setting) {
        return "| `%s` | %s | %s |"
                .formatted(
                        setting.name(),
                        setting.meaning(),
                        setting.byDefault().isEmpty() ? setting.otherwise() : "`" + setting.byDefault() + "`");
    }
}
