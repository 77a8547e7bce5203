package org.kcibridge.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

/** What documents point to, name and let people type is there. */
@UnitTest
class DocumentsTest {

    private static Checkout checkout;

    @BeforeAll
    static void read() {
        checkout = Checkout.around();
    }

    @Test
    void areFound() {
        assertThat(checkout.documents().map(Document::path))
                .contains("README.md", "CONTRIBUTING.md", "docs/architecture.md");
        assertThat(checkout.documents().flatMap(Document::links)).isNotEmpty();
        assertThat(checkout.documents().flatMap(Document::commands)).hasSizeGreaterThan(5);
    }

    @Test
    void nameOnlyWhatThereIs() {
        assertThat(checkout.documents().flatMap(new Names(checkout)::faults)).isEmpty();
    }

    @Test
    void letPeopleTypeOnlyWhatWorks() {
        assertThat(checkout.documents().flatMap(new Commands(checkout)::faults)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[lost](docs/lost.md)",
                "[lost](../README.md)",
                "`NoSuchTest`",
                "`@NoSuchAnnotation`",
                "`org.kcibridge.nowhere`",
                // In two parts, or it would be found here.
                "`BRIDGE_" + "NO_SUCH_SETTING`",
                "`lost.cli`",
                "`ear/lost`"
            })
    void areNotBelievedBlindly(String text) {
        assertThat(new Names(checkout).faults(new Document("README.md", text))).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[here](docs/architecture.md#parts) and [there](https://example.org/lost.md)",
                "`BridgeLog`, `@ParameterizedTest`, `@ExtendWith(ArquillianExtension.class)`",
                "`org.kcibridge.it.docs`, `BRIDGE_LEASE`, `KCIB0102`, `PT2H`, `Location`",
                "`configure.cli`, `ear/lib`, `it/target/site`, `.bridge-data/postgres`, `application/problem+json`",
                "```\n[lost](lost.md) `NoSuchTest`\n```"
            })
    void areNotBlamedForWhatIsThereOrNotOurs(String text) {
        assertThat(new Names(checkout).faults(new Document("README.md", text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn verfy",
                "mvn nosuchplugin:apply",
                "mvn verify --no-such-option",
                "mvn -pl nowhere test",
                "mvn -Pnosuch package",
                "mvn test -Dtest=NoSuchTest",
                "mvn test -Dtest=DocumentsTest#noSuchTest",
                "mvn verify -Dno.such.property=1"
            })
    void areNotFollowedBlindly(String command) {
        assertThat(new Commands(checkout).faults(new Document("README.md", "`" + command + "`")))
                .hasSize(1);
        assertThat(new Commands(checkout).faults(new Document("README.md", "```sh\n" + command + "\n```")))
                .hasSize(1);
    }

    @Test
    void areNotFollowedBlindlyInWhatTheyAddToACall() {
        assertThat(new Commands(checkout).faults(new Document("README.md", "`-Dno.such.property=1` or `-Pnosuch`")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mvn -Prun package",
                "mvn spotless:apply",
                "mvn verify -Dgroups='integration & !slow' -DexcludedGroups=slow",
                "mvn -pl ejb,web -am test -Dtest=DocumentsTest#areFound -Dsurefire.failIfNoSpecifiedTests=false",
                "mvn -pl it -am verify -Dtest=None -Dit.test=HealthIT -DrunAll=true"
            })
    void areFollowedWhereTheyAreRight(String command) {
        assertThat(new Commands(checkout).faults(new Document("README.md", "`" + command + "`")))
                .isEmpty();
    }
}
