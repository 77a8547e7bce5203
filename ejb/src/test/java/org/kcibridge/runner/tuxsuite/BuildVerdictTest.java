package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Status;

@UnitTest
class BuildVerdictTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            {'state':'finished','build_status':'pass','result':'pass'}           | PASS
            {'state':'finished','build_status':'fail','result':'fail'}           | FAIL
            {'state':'FINISHED','build_status':'Pass'}                           | PASS
            {'state':'finished','result':'pass'}                                 | PASS
            {'state':'finished','build_status':null,'result':'fail'}             | FAIL
            {'state':'finished','build_status':'pass','result':'unknown'}        | PASS
            {'state':'finished','build_status':'error','result':'error','retry':2} | ERROR
            {'state':'finished','build_status':'fail','result':'error','retry':2} | ERROR
            {'state':'finished','build_status':'error','retry':3}                | ERROR
            {'state':'finished','build_status':'canceled','result':'canceled'}   | ERROR
            {'state':'finished','build_status':'pass','result':'canceled'}       | ERROR
            {'state':'finished','build_status':'unknown','result':'unknown'}     | ERROR
            {'state':'finished','build_status':'splendid'}                       | ERROR
            {'state':'finished'}                                                 | ERROR
            """)
    void isFinalWhenTuxSuiteHasSpokenItsLastWord(String status, Status verdict) {
        assertThat(BuildVerdict.of(new BuildStatus(Samples.object(status)))).isEqualTo(new BuildVerdict.Final(verdict));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'state':null,'build_status':'pass'}",
                "{'state':'queued'}",
                "{'state':'building','build_status':'pass'}",
                "{'state':'running','result':'fail'}",
                "{'state':'finished','build_status':'error','retry':0}",
                "{'state':'finished','build_status':'error','retry':1}",
                "{'state':'finished','build_status':'error'}",
                "{'state':'finished','build_status':'fail','result':'error','retry':1}"
            })
    void isPendingWhileMoreIsToCome(String status) {
        assertThat(BuildVerdict.of(new BuildStatus(Samples.object(status))))
                .isInstanceOfSatisfying(BuildVerdict.Pending.class, pending -> assertThat(pending.reason())
                        .isNotBlank());
    }
}
