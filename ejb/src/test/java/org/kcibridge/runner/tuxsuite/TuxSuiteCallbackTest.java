package org.kcibridge.runner.tuxsuite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.runner.News;
import org.kcibridge.runner.UnreadableCallback;

@UnitTest
class TuxSuiteCallbackTest {

    @Test
    void readsAnObject() {
        TuxSuiteCallback callback = TuxSuiteCallback.read(Samples.body("build-pass.json"));

        assertThat(callback.kind()).isEqualTo("build");
        assertThat(callback.subject()).isEqualTo(News.Subject.BUILD);
        assertThat(callback.status().getString("uid")).isEqualTo("2xKpQ7vYbN3mT5sWcE8rLzAhUdF");
    }

    @Test
    void readsAStringThatHoldsAnObject() {
        byte[] object = Samples.body("build-pass.json");
        byte[] string = asString(new String(object, UTF_8)).getBytes(UTF_8);

        assertThat(TuxSuiteCallback.read(string)).isEqualTo(TuxSuiteCallback.read(object));
        assertThat(TuxSuiteCallback.signedText(string)).isEqualTo(object);
    }

    @Test
    void takesTheBodyOfAnObjectAsSignedToTheLastByte() {
        byte[] body = " {\"kind\" : \"build\",  \"status\":{}}\r\n".getBytes(UTF_8);

        assertThat(TuxSuiteCallback.signedText(body)).isEqualTo(body);
    }

    @Test
    void takesTheInnerTextAsSignedBeforeItIsRepaired() {
        String inner = "{\"kind\":\"test\",\"status\":{\"a\":\"it\\'s é\"}}";
        byte[] body = asString(inner).getBytes(UTF_8);

        assertThat(TuxSuiteCallback.signedText(body)).isEqualTo(inner.getBytes(UTF_8));
        assertThat(TuxSuiteCallback.read(body).status().getString("a")).isEqualTo("it's é");
    }

    @Test
    void repairsEscapedApostrophesInEitherEra() {
        assertThat(read("{'kind':'build','status':{'a':'it\\`s'}}").status().getString("a"))
                .isEqualTo("it's");
        assertThat(TuxSuiteCallback.read("\"{\\\"status\\\":{\\\"a\\\":\\\"it\\'s\\\"}}\"".getBytes(UTF_8))
                        .status()
                        .getString("a"))
                .isEqualTo("it's");
    }

    @Test
    void neverTouchesALegalBackslashBeforeAnApostrophe() {
        assertThat(read("{'status':{'a':'C:\\\\`x','b':'it\\`s'}}").status())
                .isEqualTo(Json.createObjectBuilder()
                        .add("a", "C:\\'x")
                        .add("b", "it's")
                        .build());
        assertThat(read("{'status':{'a':'\\\\`'}}").status().getString("a")).isEqualTo("\\'");
    }

    @Test
    void representsKindsItDoesNotKnow() {
        assertThat(read("{'kind':'oebuild','status':{}}").kind()).isEqualTo("oebuild");
        assertThat(read("{'kind':7,'status':{}}").kind()).isEmpty();
        assertThat(read("{'status':{}}").kind()).isEmpty();
        assertThat(read("{'kind':'kbuild','status':{}}").subject()).isEqualTo(News.Subject.BUILD);
        assertThat(read("{'kind':'test','status':{}}").subject()).isEqualTo(News.Subject.TEST);
    }

    @Test
    void doesNotAskForAStatusOfWhatItDoesNotKnow() {
        assertThat(read("{'kind':'plan'}").kind()).isEqualTo("plan");
        assertThat(read("{'kind':'plan'}").status()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "\t", "\n", "\u000b", "\r", " \t\r\n"})
    void looksForTheStringBehindBlanks(String blanks) {
        assertThat(TuxSuiteCallback.signedText((blanks + "'").getBytes(UTF_8)))
                .as("no string")
                .isEqualTo((blanks + "'").getBytes(UTF_8));
        assertThatThrownBy(() -> TuxSuiteCallback.signedText((blanks + "\"open").getBytes(UTF_8)))
                .isInstanceOf(UnreadableCallback.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\b\"a\"", "\u000e\"a\""})
    void takesWhatDoesNotBeginWithAStringAsItIs(String body) {
        assertThat(TuxSuiteCallback.signedText(body.getBytes(UTF_8))).isEqualTo(body.getBytes(UTF_8));
    }

    @Test
    void toleratesDuplicateMembers() {
        assertThat(read("{'kind':'plan','kind':'build','status':{'a':'1','a':'2'}}")
                        .kind())
                .isEqualTo("build");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "[]",
                "7",
                "'text'",
                "{'kind':'build'}",
                "{'kind':'build','status':null}",
                "{'kind':'build','status':[]}",
                "{'kind':'build','status':{}",
                "{'kind':'build','status':{}} trailing",
                "{'kind':'build\\`,'status':{}}",
                "{'kind':'build\\",
                "{'kind':'test'}",
                "{'status':{'a':NaN}}"
            })
    void saysInAFewWordsWhatItCannotRead(String body) {
        assertThatThrownBy(() -> read(body))
                .isInstanceOf(UnreadableCallback.class)
                .satisfies(thrown ->
                        assertThat(thrown.getMessage()).hasSizeBetween(10, 80).doesNotContain("\n"));
    }

    @Test
    void survivesBodiesMadeToOverwhelmIt() {
        String deep = "{\"status\":{\"a\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}}";
        byte[] foreign = {'{', '"', (byte) 0xff, '"', '}'};

        assertThatThrownBy(() -> TuxSuiteCallback.read(deep.getBytes(UTF_8))).isInstanceOf(UnreadableCallback.class);
        assertThatThrownBy(() -> TuxSuiteCallback.read(asString(deep).getBytes(UTF_8)))
                .isInstanceOf(UnreadableCallback.class);
        assertThatThrownBy(() -> TuxSuiteCallback.read(foreign)).isInstanceOf(UnreadableCallback.class);
        assertThatThrownBy(() -> TuxSuiteCallback.signedText("\"open".getBytes(UTF_8)))
                .isInstanceOf(UnreadableCallback.class);
    }

    @Test
    void doesNotPrintTheSecretsInIt() {
        assertThat(TuxSuiteCallback.read(Samples.body("build-pass.json"))).hasToString("TuxSuiteCallback[build]");
    }

    private static TuxSuiteCallback read(String body) {
        return TuxSuiteCallback.read(body.replace('\'', '"').replace('`', '\'').getBytes(UTF_8));
    }

    private static String asString(String text) {
        return Json.createValue(text).toString();
    }
}
