package org.tsunagu.app.analytics.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tsunagu.app.ui.Language;

class NamesTest {

    @Test
    void diseases_and_lists_are_called_by_their_names() {
        assertThat(Names.of(Language.JAPANESE, "lifestyle14", "3")).isEqualTo("糖尿病");
        assertThat(Names.of(Language.ENGLISH, "lifestyle14", "3")).isEqualTo("Diabetes");
        assertThat(Names.of(Language.JAPANESE, "class121", "0102")).isEqualTo("結核");
        assertThat(Names.of(Language.JAPANESE, "class121", "NODISEASE")).isEqualTo("傷病名のないレセプト");
        assertThat(Names.of(Language.JAPANESE, "list", "UNTREATED-BP")).isEqualTo("受診勧奨判定値で未治療（血圧）");
    }

    @Test
    void a_code_without_a_name_stays_as_it_is() {
        assertThat(Names.of(Language.JAPANESE, "lifestyle14", "99")).isEqualTo("99");
        assertThat(Names.of(Language.JAPANESE, "list", "OLD")).isEqualTo("OLD");
    }
}
