package org.kcibridge.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kcibridge.kind.UnitTest;

@UnitTest
class PageRequestTest {

    private final PageRequest request = new PageRequest();

    @Test
    void asksForTheFirstFiftyByDefault() {
        assertThat(request.page()).isEqualTo(1);
        assertThat(request.pageSize()).isEqualTo(50);
        assertThat(request.offset()).isZero();
    }

    @Test
    void offsetCountsTheItemsBefore() {
        request.setPage("3");
        request.setPageSize("20");
        assertThat(request.offset()).isEqualTo(40);
    }

    @Test
    void offsetOfTheLastPossiblePageIsStillANumber() {
        request.setPage(String.valueOf(Integer.MAX_VALUE / PageRequest.MAX_SIZE));
        request.setPageSize("500");
        assertThat(request.offset()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "x", "1.5", "2147483647", "99999999999"})
    void pageOutOfRangeIsRefusedByName(String page) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> request.setPage(page));
        assertThat(refused.problem().status()).isEqualTo(400);
        assertThat(refused.problem().errors()).extracting(FieldError::field).containsExactly("page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "501", "many"})
    void pageSizeOutOfRangeIsRefusedByName(String size) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> request.setPageSize(size));
        assertThat(refused.problem().detail()).isEqualTo("pageSize: must be a number from 1 to 500");
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "50, 1", "51, 2", "5000000000, 100000000"})
    void pagesAreCountedUp(long totalItems, long totalPages) {
        Page<String> page = Page.of(List.of("a"), request, totalItems);
        assertThat(page.pagination()).isEqualTo(new Page.Pagination(1, 50, totalItems, totalPages, null));
    }

    @Test
    void mappedPageKeepsItsPlace() {
        Page<Integer> page = Page.of(List.of("a", "bb"), request, 2).map(String::length);
        assertThat(page.items()).containsExactly(1, 2);
        assertThat(page.pagination().totalItems()).isEqualTo(2);
    }
}
