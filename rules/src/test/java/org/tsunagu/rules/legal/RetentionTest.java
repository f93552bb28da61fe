package org.tsunagu.rules.legal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.rules.legal.Retention.Because;
import org.tsunagu.rules.legal.Retention.Policy;

class RetentionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    @ParameterizedTest(name = "{0}: {1} made {2}, left {3}: {6} {7} ({9})")
    @CsvFileSource(resources = "retention.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(
            String id,
            String kind,
            LocalDate made,
            LocalDate left,
            int extra,
            boolean keepsInsured,
            LocalDate until,
            Because because,
            String row,
            String note) {
        var term = Retention.term(kind, made, Optional.ofNullable(left), TODAY, new Policy(extra, keepsInsured));

        assertThat(term.until()).isEqualTo(Optional.ofNullable(until));
        assertThat(term.because()).isEqualTo(because);
        assertThat(term.row().key()).isEqualTo(row);
    }

    @Test
    void a_record_is_kept_on_its_last_day_and_may_go_on_the_next() {
        var term = Retention.term(
                "CHECKUP",
                LocalDate.of(2015, 6, 1),
                Optional.of(LocalDate.of(2020, 3, 31)),
                TODAY,
                new Policy(0, true));

        assertThat(term.until()).contains(LocalDate.of(2022, 3, 31));
        assertThat(term.isOver(LocalDate.of(2022, 3, 31))).isFalse();
        assertThat(term.isOver(LocalDate.of(2022, 4, 1))).isTrue();
    }

    @Test
    void nothing_made_later_than_the_latest_day_can_be_over() {
        for (var kind : Retention.kinds()) {
            var policy = new Policy(0, false);
            var latest = Retention.latestMade(kind, TODAY, policy);
            for (var days = 0; days < 500; days += 50) {
                var made = latest.plusDays(1 + days);
                assertThat(Retention.term(kind, made, Optional.empty(), TODAY, policy)
                                .isOver(TODAY))
                        .isFalse();
            }
        }
    }

    @Test
    void histories_stay_as_long_as_what_they_are_about_and_the_register_goes_last() {
        assertThat(Retention.waitsFor("CONSENT")).contains("CHECKUP", "CLAIM").doesNotContain("DISCLOSURE", "DEVICE");
        assertThat(Retention.waitsFor("CHECKUP")).isEmpty();
        assertThat(Retention.waitsFor("REGISTER"))
                .containsExactlyElementsOf(
                        Retention.kinds().subList(0, Retention.kinds().size() - 1));
        assertThat(Retention.kinds()).endsWith("DISCLOSURE", "CONSENT", "ACCOUNT", "REGISTER");
        assertThatThrownBy(() -> Retention.term("SHOES", TODAY, Optional.empty(), TODAY, new Policy(0, true)))
                .hasMessageContaining("no row for SHOES");
    }

    /// Otherwise both would wait for ever.
    @Test
    void no_kind_waits_for_one_that_goes_later() {
        for (var kind : Retention.kinds()) {
            assertThat(Retention.kinds().subList(0, Retention.kinds().indexOf(kind)))
                    .as(kind)
                    .containsAll(Retention.waitsFor(kind));
        }
    }
}
