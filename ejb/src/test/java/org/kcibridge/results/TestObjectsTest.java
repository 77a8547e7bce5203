package org.kcibridge.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Kind;
import org.kcibridge.report.Report;
import org.kcibridge.report.Status;
import org.kcibridge.submission.kcidb.KcidbSchema;

@UnitTest
class TestObjectsTest {

    private static final KcidbSchema SCHEMA = new KcidbSchema();
    private static final OffsetDateTime BEGUN = OffsetDateTime.parse("2026-03-02T10:00:00Z");
    private static final Platform QEMU = Platform.named("qemu-riscv64");

    private final CaseResult failed = CaseResult.of("ltp-smoke", Status.FAIL, "access01");

    @Test
    void areComplete() {
        CaseResult result = failed.startedAt(OffsetDateTime.parse("2026-03-02T12:00:07.5+02:00"))
                .lasting(new BigDecimal("2.25"))
                .commented("it did not hold")
                .logging("the lines\nof this case")
                .measuring(new Measurement(new BigDecimal("1.50"), Optional.of("ms")))
                .with(Lava.object("{'lava':{'starttc':7}}"));
        Platform board = new Platform("vf2", List.of("starfive,visionfive-2", "", "a b"), Lava.object("{'ram':'8G'}"));

        assertThat(object(run("u1", board), result))
                .isEqualTo(Lava.object("{'id':'riscv:u1_ltp-smoke_access01','build_id':'maestro:b1','origin':'riscv',"
                        + "'path':'ltp.access01','status':'FAIL','start_time':'2026-03-02T10:00:07.5+00:00',"
                        + "'duration':2.25,'number':{'value':1.50,'unit':'ms'},'comment':'it did not hold',"
                        + "'environment':{'compatible':['starfive,visionfive-2'],'misc':{'ram':'8G','platform':'vf2'}},"
                        + "'log_url':'https://logs.example.org/u1/logs.txt',"
                        + "'log_excerpt':'the lines\\nof this case',"
                        + "'input_files':[{'name':'Image','url':'https://files.example.org/Image'}],"
                        + "'misc':{'collection':'nightly','lava':{'starttc':7},'suite':'ltp-smoke',"
                        + "'lab':'tuxsuite','runtime':'tuxsuite'}}"));
    }

    @Test
    void beginWithTheRunIfNobodyKnowsBetter() {
        JsonObject test = object(run("u1", QEMU), failed);

        assertThat(test.getString("start_time")).isEqualTo("2026-03-02T10:00:00+00:00");
        assertThat(test)
                .doesNotContainKeys("duration", "number", "comment", "log_excerpt", "output_files")
                .containsEntry("environment", Lava.object("{'misc':{'platform':'qemu-riscv64'}}"));
    }

    /** The ingester fails a file whose runtime or lab is anything but text, or whose platform is longer than its column. */
    @Test
    void keepToWhatTheIngesterTakesWhateverTheDetails() {
        JsonObject odd = Lava.object("{'runtime':7,'lab':null,'suite':[],'a\\u0000':'b\\u0000'}");
        Platform platform = new Platform("ž".repeat(200), List.of(), Lava.object("{'platform':7}"));

        JsonObject test = object(run("u1", platform), failed.with(odd));

        assertThat(test.getJsonObject("misc"))
                .isEqualTo(Lava.object("{'collection':'nightly','a':'b','suite':'ltp-smoke','lab':'tuxsuite',"
                        + "'runtime':'tuxsuite'}"));
        assertThat(test.getJsonObject("environment").getJsonObject("misc").getString("platform"))
                .hasSize(100);
    }

    @Test
    void areValidWhateverTheNames() {
        OddNames names = new OddNames();
        List<CaseResult> results = Stream.generate(() -> CaseResult.of(names.next(4), Status.MISS, names.levels())
                        .commented(names.next(3))
                        .logging(names.next(200))
                        .measuring(new Measurement(BigDecimal.TEN, Optional.of(names.next(2)))))
                .limit(1_000)
                .toList();
        Report.Builder report = Report.builder();
        TestObjects.of(run("u1", QEMU), results).forEach(test -> report.add(Kind.TESTS, test));

        assertThat(SCHEMA.violations(report.build().toJson().toString())).isEmpty();
        assertThat(report.build().objects(Kind.TESTS)).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "two words", "ž", "\u0000"})
    void needARunWithAnId(String uid) {
        assertThatIllegalArgumentException().isThrownBy(() -> run(uid, QEMU));
        assertThatIllegalArgumentException().isThrownBy(() -> run("u".repeat(201), QEMU));
    }

    private static JsonObject object(TestRun run, CaseResult result) {
        List<JsonObject> objects = TestObjects.of(run, List.of(result));
        assertThat(objects).hasSize(1);
        return objects.get(0);
    }

    private static TestRun run(String uid, Platform platform) {
        return new TestRun(
                "riscv",
                uid,
                "maestro:b1",
                BEGUN,
                platform,
                "tuxsuite",
                Optional.of("https://logs.example.org/u1/logs.txt"),
                Lava.object("{'l':[{'name':'Image','url':'https://files.example.org/Image'}]}")
                        .getJsonArray("l"),
                JsonValue.EMPTY_JSON_ARRAY,
                Lava.object("{'collection':'nightly'}"));
    }
}
