package org.kcibridge.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class ReportTest {

    @Test
    void writesParentsFirstAndNoEmptyLists() {
        Report report = Report.builder()
                .add(Kind.INCIDENTS, object("riscv:5"))
                .add(Kind.BUILDS, object("riscv:2"))
                .add(Kind.CHECKOUTS, object("riscv:1"))
                .build();

        assertThat(report.toJson())
                .hasToString("{\"version\":{\"major\":5,\"minor\":3},\"checkouts\":[{\"id\":\"riscv:1\"}],"
                        + "\"builds\":[{\"id\":\"riscv:2\"}],\"incidents\":[{\"id\":\"riscv:5\"}]}");
    }

    @Test
    void isWrittenOnce() {
        Report report = Report.of(object("riscv:1"), object("riscv:2"));

        assertThat(report.text()).isEqualTo(report.toJson().toString()).isSameAs(report.text());
    }

    @Test
    void readsBackWhatItWrote() {
        Report report = Report.of(object("riscv:1"), object("riscv:2"));

        assertThat(Report.parse(report.toJson())).isEqualTo(report).hasSameHashCodeAs(report);
        assertThat(report).isNotEqualTo(Report.of(object("riscv:1"), object("riscv:3")));
    }

    @Test
    void mergesAllKindsAndKeepsTheFirstOfAnId() {
        JsonObject late = Json.createObjectBuilder(object("riscv:2"))
                .add("status", "FAIL")
                .build();
        Report merged = Report.merge(List.of(
                Report.of(object("riscv:1"), object("riscv:2")),
                Report.of(object("riscv:1"), late),
                Report.builder().add(Kind.TESTS, object("riscv:2")).build()));

        assertThat(merged.size()).isEqualTo(3);
        assertThat(merged.objects(Kind.BUILDS)).containsExactly(object("riscv:2"));
        assertThat(merged.objects(Kind.TESTS)).hasSize(1);
        assertThat(merged.objects(Kind.ISSUES)).isEmpty();
    }

    @Test
    void isNotChangedThroughItsBuilder() {
        Report.Builder builder = Report.builder().add(Kind.TESTS, object("riscv:1"));
        Report report = builder.build();
        builder.add(Kind.TESTS, object("riscv:2"));

        assertThat(report.size()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'version':{'major':4,'minor':5}}",
                "{'version':{'major':5,'minor':4}}",
                "{'version':5}",
                "{'version':{'major':5},'tests':null}",
                "{'version':{'major':5},'tests':[1]}",
                "{'version':{'major':5},'tests':[{'id':1}]}",
                "{'version':{'major':5},'boots':[]}"
            })
    void refusesDocumentsItWouldMutilate(String document) {
        assertThatThrownBy(() -> Report.parse(json(document))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptsEmptyListsAndALackingMinorVersion() {
        assertThat(Report.parse(json("{'version':{'major':5},'tests':[]}")).size())
                .isZero();
    }

    private static JsonObject object(String id) {
        return Json.createObjectBuilder().add("id", id).build();
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text.replace('\'', '"'))).readObject();
    }
}
