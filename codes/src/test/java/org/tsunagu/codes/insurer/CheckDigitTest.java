package org.tsunagu.codes.insurer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.codes.facility.FacilityNumber;

class CheckDigitTest {

    @ParameterizedTest
    @ValueSource(strings = {"33120015", "06139463", "01130012", "280081", "92699024", "94899010", "9911000017"})
    void a_published_number_ends_in_its_check_digit(String number) {
        assertThat(CheckDigit.holds(number)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"99999999", "06139464", "", "5", "0613946３", "06139a63"})
    void a_wrong_or_unreadable_number_does_not(String number) {
        assertThat(CheckDigit.holds(number)).isFalse();
    }

    @Test
    void a_municipal_number_is_padded_and_keeps_its_check_digit() {
        var padded = InsurerNumber.of("280081").orElseThrow();

        assertThat(padded.digits()).isEqualTo("00280081");
        assertThat(padded.checkDigitHolds()).isTrue();
        assertThat(InsurerNumber.of("123456789")).isEmpty();
    }

    @Test
    void a_facility_number_has_exactly_ten_digits() {
        assertThat(FacilityNumber.of("9911000017").orElseThrow().checkDigitHolds())
                .isTrue();
        assertThat(FacilityNumber.of("991100001")).isEmpty();
        assertThat(FacilityNumber.of("６６３１１１１１１６")).isEmpty();
    }

    @Test
    void changing_any_one_digit_breaks_a_number() {
        var number = "06139463";
        for (var i = 0; i < number.length(); i++) {
            var digit = (char) ('0' + (number.charAt(i) - '0' + 1) % 10);
            assertThat(CheckDigit.holds(number.substring(0, i) + digit + number.substring(i + 1)))
                    .as("digit %d of %s", i, number)
                    .isFalse();
        }
    }
}
