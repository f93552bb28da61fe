package org.tsunagu.claimsformat.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The columns that move between the kinds of claims: the table of chapter 4.
class LayoutsTest {

    @ParameterizedTest(name = "{0} {1} {2} = {3}")
    @CsvSource({
        "MEDICAL, RE, special_notes, 11",
        "DPC, RE, special_notes, 11",
        "DENTAL, RE, special_notes, 13",
        "DISPENSING, RE, special_notes, 8",
        "NURSING, RE, special_notes, 11",
        "MEDICAL, RE, search_number, 18",
        "DPC, RE, search_number, 20",
        "DENTAL, RE, search_number, 19",
        "DISPENSING, RE, search_number, 37",
        "NURSING, RE, search_number, 14",
        "MEDICAL, RE, kana, 36",
        "DPC, RE, kana, 28",
        "DENTAL, RE, kana, 25",
        "DISPENSING, RE, kana, 41",
        "NURSING, RE, kana, 5",
        "NURSING, RE, sex, 6",
        "NURSING, RE, birth, 7",
        "MEDICAL, HO, meal_count, 7",
        "MEDICAL, HO, meal_yen, 8",
        "DENTAL, HO, meal_count, 6",
        "DENTAL, HO, meal_yen, 7",
        "MEDICAL, KO, meal_count, 10",
        "MEDICAL, KO, meal_yen, 11",
        "DENTAL, KO, meal_count, 8",
        "DENTAL, KO, meal_yen, 9",
        "DISPENSING, HO, meal_yen, -1",
        "MEDICAL, SI, points, 5",
        "MEDICAL, SI, times, 6",
        "MEDICAL, TO, points, 5",
        "DENTAL, SS, points, 76",
        "DENTAL, SS, times, 77",
        "DENTAL, TO, points, 12",
        "DENTAL, TO, times, 13",
        "MEDICAL, IY, code, 3",
        "DISPENSING, IY, code, 2",
        "NURSING, KA, points, 5",
        "MEDICAL, SY, start, 2",
        "NURSING, SY, start, -1",
        "NURSING, SY, main, -1",
        "DENTAL, IR, claim_month, 6",
        "DENTAL, IR, name, -1",
        "DENTAL, UK, name, 6",
        "MEDICAL, IR, claim_month, 7",
        "DISPENSING, YK, claim_month, 6",
        "NURSING, HM, name, 5",
        "MEDICAL, MN, search_number, 3",
        "DENTAL, MN, search_number, 4",
        "DISPENSING, MN, search_number, 3",
        "DPC, SI, points, 5",
        "DPC, RE, summary_kind, 18"
    })
    void columns(Kind kind, String record, String field, int column) {
        assertThat(Layouts.shipped().column(kind, RecordCode.of(record), field)).isEqualTo(column);
    }

    @Test
    void a_dispensing_record_has_a_slot_for_every_fee() {
        var layouts = Layouts.shipped();

        assertThat(layouts.find(Kind.DISPENSING, RecordCode.of("CZ"))
                        .orElseThrow()
                        .slots())
                .hasSize(15);
        assertThat(layouts.find(Kind.DISPENSING, RecordCode.of("KI"))
                        .orElseThrow()
                        .slots())
                .hasSize(26);
        assertThat(layouts.find(Kind.MEDICAL, RecordCode.of("SI")).orElseThrow().slots())
                .hasSize(1);
    }

    @Test
    void a_record_nobody_has_described_has_no_layout() {
        assertThat(Layouts.shipped().find(Kind.MEDICAL, RecordCode.of("QQ"))).isEmpty();
        assertThat(Layouts.shipped().find(Kind.MEDICAL, RecordCode.of("9Z"))).isEmpty();
    }

    @Test
    void the_row_that_describes_a_column_has_a_name() {
        var re = Layouts.shipped().find(Kind.MEDICAL, RecordCode.RE).orElseThrow();

        assertThat(re.row(4)).isEqualTo("MED-RE-4");
        assertThat(re.width(4)).isEqualTo(40);
    }
}
