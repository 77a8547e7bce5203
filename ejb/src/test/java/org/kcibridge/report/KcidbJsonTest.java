package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class KcidbJsonTest {

    @Test
    void dropsNullsButNotInsideMisc() {
        JsonObject dirty = json("{'id':'riscv:1','log_url':null,'environment':{'comment':null,'misc':{'a':null}},"
                + "'output_files':[null],'misc':{'a':null,'b':[null]}}");

        assertThat(KcidbJson.clean(dirty))
                .isEqualTo(json("{'id':'riscv:1','environment':{'misc':{'a':null}},'output_files':[],"
                        + "'misc':{'a':null,'b':[null]}}"));
    }

    @Test
    void cleansTextAndNamesAtAnyDepth() {
        assertThat(KcidbJson.clean(json("{'misc':{'a\\u0000b':['c\\u0000d',{'e':'\\ud83d'}]}}")))
                .isEqualTo(json("{'misc':{'ab':['cd',{'e':''}]}}"));
    }

    @Test
    void keepsAsTextWhatTheEndpointCannotRead() {
        JsonValue clean =
                KcidbJson.cleanFree(json("{'huge':1e999,'large':-1.5e308,'big':123456789012345678901234567890}"));

        assertThat(clean.asJsonObject().getString("huge")).isEqualTo("1E+999");
        assertThat(clean.asJsonObject().getString("large")).isEqualTo("-1.5E+308");
        assertThat(clean.asJsonObject().getJsonNumber("big").bigDecimalValue())
                .isEqualTo(new BigDecimal("123456789012345678901234567890"));
    }

    @Test
    void keepsWhatIsNestedTooDeepAsText() {
        JsonValue clean = KcidbJson.cleanFree(json("{'a':" + "[".repeat(500) + "1" + "]".repeat(500) + "}"));

        assertThat(clean.toString()).hasSizeBetween(1_000, 1_010).contains("\"[[[");
    }

    @Test
    void keepsObjectsThatAreNestedTooDeepAsText() {
        JsonValue clean = KcidbJson.cleanFree(json("{'a':".repeat(500) + "1" + "}".repeat(500)));

        assertThat(clean.toString()).contains("\"a\":\"{");
    }

    @Test
    void keepsNumbersNumbersAtAnyDepth() {
        JsonObject deepest = json("{'a':" + "[".repeat(63) + "1" + "]".repeat(63) + "}");

        assertThat(KcidbJson.cleanFree(deepest)).isEqualTo(deepest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'id':'\\ud83d\\ude00','environment':{'misc':{'a':null}},'misc':{'b':[null,1e308,true]}}", "{}"
            })
    void makesNothingAnewThatIsClean(String text) {
        JsonObject clean = json(text);

        assertThat(KcidbJson.clean(clean)).isSameAs(clean);
        assertThat(KcidbJson.cleanFree(clean)).isSameAs(clean);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        JsonObject object = new KcidbObject()
                .put("text", "a\0b")
                .put("blank", " \0")
                .put("nothing", (String) null)
                .put("noStatus", (Status) null)
                .put("emptyList", JsonValue.EMPTY_JSON_ARRAY)
                .put("emptyObject", JsonValue.EMPTY_JSON_OBJECT)
                .put("null", JsonValue.NULL)
                .putVerbatim("verbatim", "")
                .build();

        assertThat(object).isEqualTo(json("{'text':'ab','verbatim':''}"));
    }

    @Test
    void takesAllOfAnObjectOverThatHoldsSomething() {
        JsonObject object = new KcidbObject()
                .put("a", "first")
                .putAll(json("{'a':'second','b\\u0000':['c\\u0000'],'d':null,'e':{},'f':0}"))
                .build();

        assertThat(object).isEqualTo(json("{'a':'second','b':['c'],'f':0}"));
    }

    @Test
    void writesTimesInUtcWithOffsetSecondsAndMicroseconds() {
        JsonObject object = new KcidbObject()
                .put("a", OffsetDateTime.parse("2026-03-02T10:00Z"))
                .put("b", OffsetDateTime.parse("2026-03-02T10:00:00.123456789+02:00"))
                .build();

        assertThat(object).isEqualTo(json("{'a':'2026-03-02T10:00:00+00:00','b':'2026-03-02T08:00:00.123456+00:00'}"));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
