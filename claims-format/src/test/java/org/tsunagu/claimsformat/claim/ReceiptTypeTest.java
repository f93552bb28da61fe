package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.claimsformat.record.CodeTables;

class ReceiptTypeTest {

    @Test
    void all_324_types_agree_with_their_official_names() {
        var rows = CodeTables.shipped().rows("B05");

        assertThat(rows).hasSize(324);
        for (var row : rows) {
            var type = ReceiptType.of(row.text("code"));
            var name = row.text("name_ja");
            assertThat(type.isKnown()).as(name).isTrue();
            assertThat(type.isInpatient()).as(name).isEqualTo(name.endsWith("・入院"));
            assertThat(type.personClass()).as(name).isEqualTo(person(name));
        }
    }

    private static PersonClass person(String name) {
        if (name.contains("本人")) {
            return PersonClass.INSURED;
        }
        if (name.contains("未就学者")) {
            return PersonClass.PRESCHOOL;
        }
        if (name.contains("家族")) {
            return PersonClass.FAMILY;
        }
        return name.contains("高齢") || name.contains("後期") ? PersonClass.ELDERLY : PersonClass.UNKNOWN;
    }

    @ParameterizedTest
    @CsvSource({
        "1111, INSURED, true",
        "1112, INSURED, false",
        "1110, ELDERLY, false",
        "1119, ELDERLY, true",
        "1212, UNKNOWN, false",
        "3116, FAMILY, false",
        "4114, PRESCHOOL, false",
        "6118, ELDERLY, false"
    })
    void the_last_digit_says_who_and_where_and_0_is_outpatient(String code, PersonClass person, boolean inpatient) {
        assertThat(ReceiptType.of(code)).isEqualTo(new ReceiptType(code, true, person, inpatient));
    }

    @ParameterizedTest
    @CsvSource({"9999, true", "1162, false", "4111, true", "'', false", "11121, true"})
    void of_an_unknown_type_only_the_last_digit_is_believed(String code, boolean inpatient) {
        assertThat(ReceiptType.of(code)).isEqualTo(new ReceiptType(code, false, PersonClass.UNKNOWN, inpatient));
    }
}
