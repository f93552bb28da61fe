package org.tsunagu.rules.band;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.Cases;

class BandCasesTest {

    @ParameterizedTest(name = "{0}: {3} {4} = {5} ({7})")
    @CsvFileSource(resources = "bands.cases.tsv", delimiter = '\t', numLinesToSkip = 1, quoteCharacter = '|')
    void cases(
            String id,
            String sex,
            String examination,
            String given,
            String item,
            int band,
            String certainty,
            String note) {
        var found = Cases.judge(sex, 50, examination, given).bands().stream()
                .filter(candidate -> candidate.item().equals(item))
                .toList();

        assertThat(found).hasSize(1);
        assertThat(found.getFirst().band()).isEqualTo(band);
        assertThat(found.getFirst().reason().basis().certainty()).isEqualTo(Certainty.of(certainty));
    }

    @Test
    void a_value_that_is_not_there_has_no_band() {
        assertThat(Cases.judge("M", 50, "2024-06-01", "sbp=120").bands())
                .extracting(Band::item)
                .containsExactly("SBP");
    }

    @Test
    void a_band_keeps_the_value_as_written_and_its_item() {
        var band = Cases.judge("M", 50, "2024-06-01", "waist=85.0").bands().getFirst();

        assertThat(band.value()).isEqualTo("85.0");
        assertThat(band.itemCode()).isEqualTo("9N016160100000001");
    }

    @Test
    void a_useless_calculated_ldl_is_not_judged() {
        assertThat(Cases.judge("M", 50, "2024-06-01", "ldl_calculated=100 tg=400 draw=2")
                        .bands())
                .extracting(Band::item)
                .containsExactly("TG_FASTING");
    }

    @Test
    void no_ldl_is_computed_from_triglyceride_after_a_meal() {
        assertThat(Cases.judge("M", 50, "2023-06-01", "tc=220 hdl=50 tg=100 draw=3")
                        .bands())
                .extracting(Band::item)
                .containsExactly("TG", "HDL", "NONHDL");
    }
}
