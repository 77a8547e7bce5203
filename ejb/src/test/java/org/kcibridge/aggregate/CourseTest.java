package org.kcibridge.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kcibridge.kind.UnitTest;
import org.kcibridge.report.Status;

@UnitTest
class CourseTest {

    /** The newest result is the last one here, as one reads a history. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "PASS, PASS",
        "FAIL, FAIL",
        "PASS PASS, PASS",
        "FAIL FAIL, FAIL",
        "PASS FAIL, REGRESSION",
        "FAIL PASS, FIXED",
        "PASS FAIL FAIL, FAIL",
        "FAIL PASS PASS, PASS",
        "PASS SKIP FAIL, REGRESSION",
        "FAIL none ERROR MISS DONE PASS, FIXED",
        "PASS FAIL PASS, UNSTABLE",
        "PASS FAIL PASS PASS, UNSTABLE",
        "PASS FAIL PASS PASS PASS, UNSTABLE",
        "PASS FAIL PASS PASS PASS PASS, PASS",
        "PASS FAIL PASS PASS PASS PASS PASS, PASS",
        "FAIL PASS PASS PASS PASS FAIL, REGRESSION",
        "FAIL PASS PASS PASS FAIL, UNSTABLE",
        "FAIL SKIP PASS SKIP PASS SKIP PASS SKIP FAIL, UNSTABLE",
        "PASS SKIP, INCONCLUSIVE",
        "PASS ERROR, INCONCLUSIVE",
        "PASS MISS, INCONCLUSIVE",
        "PASS DONE, INCONCLUSIVE",
        "PASS none, INCONCLUSIVE",
        "none, INCONCLUSIVE"
    })
    void saysWhatTheNewestResultMeans(String history, Course expected) {
        assertThat(courses(history).get(0)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PASS PASS FAIL FAIL, PASS PASS REGRESSION FAIL", "FAIL SKIP PASS, FAIL INCONCLUSIVE FIXED"})
    void saysItOfEach(String history, String expected) {
        List<String> oldestFirst = courses(history).stream().map(Course::name).toList();

        assertThat(Stream.of(expected.split(" ")).toList()).containsExactlyElementsOf(reversed(oldestFirst));
    }

    private static List<Course> courses(String history) {
        return Course.of(reversed(Stream.of(history.split(" "))
                .map(word -> word.equals("none") ? Optional.<Status>empty() : Optional.of(Status.valueOf(word)))
                .toList()));
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new java.util.ArrayList<>(list);
        java.util.Collections.reverse(reversed);
        return reversed;
    }
}
