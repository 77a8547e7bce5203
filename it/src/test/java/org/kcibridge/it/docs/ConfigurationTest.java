package org.kcibridge.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kcibridge.it.run.RunSettings;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.settings.Setting;
import org.kcibridge.settings.Source;

/** The page of settings tells all of them, and of each the truth. */
@UnitTest
class ConfigurationTest {

    private static final Path PAGE = Path.of("../docs/configuration.md");

    private static final String TO_WRITE_IT_ANEW =
            "mvn -pl it -am test -Dtest=ConfigurationTest -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true";

    /** A setting's name as the code reads it, and not as it declares it. */
    private static final Pattern READ = Pattern.compile("(?<!name = )\"([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\"");

    /** Says that we are built by an action; nobody sets it for us. */
    private static final Set<String> NOT_OURS = Set.of("GITHUB_ACTIONS");

    /** What has to be there for the rest to be read. */
    private static final Map<String, String> NEEDED = Map.of(
            "BRIDGE_PUBLIC_URL", "https://bridge.example.org",
            "TUXSUITE_TOKEN", "tux-token",
            "KCIDB_SUBMIT_URL", "https://db.example.org/submit",
            "KCIDB_TOKEN", "kcidb-token",
            "GITHUB_REPOSITORY", "owner/kernels",
            "GITHUB_WORKFLOW", "test.yml",
            "GITHUB_TOKEN", "gh-token");

    private static final Configuration CODE = Configuration.ofTheCode();

    @Test
    void isWhatTheCodeDeclares() throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, CODE.markdown());
        }
        assertThat(PAGE)
                .as("docs/configuration.md; to write it anew: %s", TO_WRITE_IT_ANEW)
                .hasContent(CODE.markdown());
    }

    @Test
    void tellsOfEachSettingThatIsReadOnce() {
        List<String> declared = CODE.settings().map(Setting::name).toList();

        assertThat(declared).doesNotHaveDuplicates();
        assertThat(new TreeSet<>(declared)).isEqualTo(read());
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("defaults")
    void tellsTheDefaultThatTheCodeHas(Class<?> type, String name, String byDefault)
            throws ReflectiveOperationException {
        assertThat(read(type, Map.of(name, byDefault)))
                .usingRecursiveComparison()
                .isEqualTo(read(type, Map.of()));
    }

    static Stream<Arguments> defaults() {
        return CODE.types().stream().flatMap(type -> Configuration.settings(type)
                .filter(setting -> !setting.byDefault().isEmpty())
                .map(setting -> arguments(type, setting.name(), setting.byDefault())));
    }

    private static Set<String> read() {
        return Checkout.around().sources().entrySet().stream()
                .filter(source -> source.getKey().matches("(ejb|it)/src/main/java/.*"))
                .filter(source -> source.getValue().matches("(?s).*\\b(Source source|Environment environment)\\b.*"))
                .flatMap(source -> READ.matcher(source.getValue()).results().map(name -> name.group(1)))
                .filter(name -> !NOT_OURS.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Object read(Class<?> type, Map<String, String> some) throws ReflectiveOperationException {
        Map<String, String> environment = new HashMap<>(NEEDED);
        environment.putAll(some);
        if (type.equals(RunSettings.class)) {
            return RunSettings.from(environment, Path.of("."));
        }
        Method read = type.getMethod("read", Source.class);
        try {
            return read.invoke(null, new Source(name -> Optional.ofNullable(environment.get(name))));
        } catch (InvocationTargetException wrong) {
            throw new AssertionError(type.getSimpleName() + " does not take a default of its own", wrong.getCause());
        }
    }
}
