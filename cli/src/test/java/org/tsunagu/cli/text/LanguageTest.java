package org.tsunagu.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void japanese_is_spoken_unless_the_environment_asks_for_english() {
        assertThat(Language.of(List.of(), Map.of())).isEqualTo(Language.JAPANESE);
        assertThat(Language.of(List.of(), Map.of("LANG", "C.UTF-8"))).isEqualTo(Language.JAPANESE);
        assertThat(Language.of(List.of(), Map.of("LANG", "de_DE.UTF-8"))).isEqualTo(Language.JAPANESE);
        assertThat(Language.of(List.of(), Map.of("LANG", "en_US.UTF-8"))).isEqualTo(Language.ENGLISH);
    }

    @Test
    void the_first_of_the_three_variables_that_is_set_decides() {
        var both = Map.of("LC_ALL", "ja_JP.UTF-8", "LANG", "en_US.UTF-8");

        assertThat(Language.of(List.of(), both)).isEqualTo(Language.JAPANESE);
        assertThat(Language.of(List.of(), Map.of("LC_ALL", "", "LC_MESSAGES", "en_GB")))
                .isEqualTo(Language.ENGLISH);
    }

    @Test
    void the_option_goes_before_the_environment() {
        var english = Map.of("LANG", "en_US.UTF-8");

        assertThat(Language.of(List.of("check", "--lang", "ja"), english)).isEqualTo(Language.JAPANESE);
        assertThat(Language.of(List.of("--lang=en"), Map.of())).isEqualTo(Language.ENGLISH);
    }
}
