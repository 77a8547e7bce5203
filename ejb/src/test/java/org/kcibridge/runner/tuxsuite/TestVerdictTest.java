package org.kcibridge.runner.tuxsuite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class TestVerdictTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
            {'state':'finished','result':'pass','results':{'boot':'pass'}}               | false
            {'state':'FINISHED','result':'Fail','results':{'boot':'fail'}}               | false
            {'state':'finished','result':'fail','results':{'boot':'pass','s':'unknown'}} | false
            {'state':'finished','result':'fail','results':{}}                            | false
            {'state':'finished'}                                                         | false
            {'state':'finished','result':'error','retries':2,'results':{}}               | true
            {'state':'finished','result':'error','retries':2,'results':{'boot':'unknown'}} | true
            {'state':'finished','result':'error','retries':0,'auto_retry':false}         | true
            {'state':'finished','result':'canceled','results':{'boot':'unknown'}}        | true
            {'state':'finished','result':'error','retries':0,'results':{},'waiting_for':'BUILD#x'} | true
            {'state':'finished','result':'fail','results':{},'waiting_for':'BUILD#x'}    | true
            """)
    void isFinalWhenTuxSuiteHasSpokenItsLastWord(String status, boolean brokeDown) {
        assertThat(TestVerdict.of(TestSamples.account(status))).isEqualTo(new TestVerdict.Final(brokeDown));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{'state':null,'result':'pass'}",
                "{'state':'waiting','results':{},'waiting_for':'BUILD#x'}",
                "{'state':'provisioning'}",
                "{'state':'running','result':'fail','results':{'boot':'fail'}}",
                "{'state':'finished','result':'error','retries':0}",
                "{'state':'finished','result':'error','retries':1,'results':{'boot':'fail'}}",
                "{'state':'finished','result':'error'}",
                "{'state':'finished','result':'pass','results':{'boot':'unknown'}}",
                "{'state':'finished','result':'unknown','results':{'boot':'unknown'}}"
            })
    void isPendingWhileMoreIsToCome(String status) {
        assertThat(TestVerdict.of(TestSamples.account(status)))
                .isInstanceOfSatisfying(TestVerdict.Pending.class, pending -> assertThat(pending.reason())
                        .isNotBlank());
    }
}
