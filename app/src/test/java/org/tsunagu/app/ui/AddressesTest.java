package org.tsunagu.app.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/a\nb"})
    void nobody_is_sent_to_another_site(String address) {
        assertThat(Addresses.local(address)).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/members/12", "/tasks?kind=VISIT&page=2"})
    void our_own_addresses_stay(String address) {
        assertThat(Addresses.local(address)).isEqualTo(address);
    }

    @ParameterizedTest
    @CsvSource({
        "R8.11.24, 2026-11-24",
        "令和8年11月24日, 2026-11-24",
        "2026/11/24, 2026-11-24",
        "20261124, 2026-11-24",
        "S64.1.7, 1989-01-07"
    })
    void a_day_is_read_as_people_type_it(String typed, String day) {
        assertThat(TypedDate.read(typed)).hasToString("Optional[" + day + "]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "あした", "R8.13.1", ""})
    void what_is_no_day_of_the_calendar_is_none(String typed) {
        assertThat(TypedDate.read(typed)).isEmpty();
    }

    @Test
    void a_cell_that_looks_like_a_formula_is_no_formula() {
        assertThat(Csv.line(List.of("=1+1", "＝1+1", "@SUM(A1)", "-5", "見本, 花子", "a\"b")))
                .isEqualTo("'=1+1,'＝1+1,'@SUM(A1),'-5,\"見本, 花子\",\"a\"\"b\"\r\n");
    }
}
