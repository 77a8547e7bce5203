package org.kcibridge.it.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kcibridge.kind.UnitTest;

/** What is read out of PostgreSQL's log. */
@UnitTest
class StatementLogTest {

    @Test
    void shouldTellSessionsApartAndKeepTransactionsTogether() {
        List<LoggedTransaction> transactions = StatementLog.parse(
                """
                @kcibridge@17 LOG:  statement: BEGIN
                @kcibridge@17 LOG:  execute <unnamed>: insert into claim (work, job_id)
                \tselect work, $1 from unnest($2) work
                @kcibridge@17 DETAIL:  Parameters: $1 = 'it''s', $2 = NULL
                @kcibridge@18 LOG:  execute S_3: select now()
                @kcibridge@17 LOG:  execute S_2: update job set state = $1
                @kcibridge@17 DETAIL:  Parameters: $1 = 'SUBMITTED'
                @kcibridge@17 LOG:  execute S_1: COMMIT
                """);

        assertThat(transactions)
                .containsExactly(
                        new LoggedTransaction(
                                List.of(
                                        new LoggedStatement(
                                                "insert into claim (work, job_id)\nselect work, ? from unnest(?) work",
                                                Arrays.asList("it's", null)),
                                        new LoggedStatement("update job set state = ?", List.of("SUBMITTED"))),
                                true),
                        new LoggedTransaction(List.of(new LoggedStatement("select now()", List.of())), false));
    }

    @Test
    void shouldLeaveOutWhatAsksNothing() {
        assertThat(
                        StatementLog.parse(
                                """
                        @kcibridge@17 LOG:  execute <unnamed>:
                        @kcibridge@17 LOG:  statement: SET application_name = 'kci-bridge'
                        @kcibridge@17 LOG:  statement: BEGIN
                        @kcibridge@17 LOG:  statement: ROLLBACK
                        @kcibridge@17 LOG:  checkpoint starting: time
                        """))
                .isEmpty();
    }

    @Test
    void shouldKnowATransactionWhateverTheOrderOfItsConditions() {
        assertThat(transaction("select id from tests where (path like ?) and (status = ?)")
                        .words())
                .isEqualTo(transaction("select id from tests where (status = ?) and (path like ?)")
                        .words())
                .isNotEqualTo(
                        transaction("select id from tests where (path like ?)").words());
    }

    private static LoggedTransaction transaction(String sql) {
        return new LoggedTransaction(List.of(new LoggedStatement(sql, List.of())), false);
    }

    @Test
    void shouldKeepOperatorsThatLookLikeParameters() {
        assertThat(LoggedStatement.of("select misc ? 'runtime' from tests where id = $1")
                        .sql())
                .isEqualTo("select misc ?? 'runtime' from tests where id = ?");
    }
}
