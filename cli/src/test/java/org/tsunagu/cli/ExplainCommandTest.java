package org.tsunagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;

class ExplainCommandTest {

    @Test
    void an_item_is_shown_with_its_row_and_every_rule_that_looks_at_it() {
        var call = Cli.run("explain", "9N016160100000001");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("item/items:9N016160100000001", "適用期間: 2008-04-01", "確度: 公表資料で確認 (source)", "出典: MHLW")
                .contains("value/variables:WAIST", "stratification/steps:WAIST-M", "value: 85.0");
    }

    @Test
    void an_item_with_codes_is_shown_with_its_answers() {
        var call = Cli.run("explain", "9N736000000000011", "--lang", "en");

        assertThat(call.out()).contains("Answers (1.2.392.200119.6.24060)", "validity: 2008-04-01 to");
    }

    @Test
    void many_items_of_one_beginning_or_name_are_listed() {
        assertThat(Cli.run("explain", "9N70").out()).contains("9N701000000000011  服薬1(血圧)", "9N706000000000011");
        assertThat(Cli.run("explain", "服薬").out()).contains("9N701000000000011");
        assertThat(Cli.run("explain", "cholesterol", "--lang", "en").out()).contains("3F070000002327101");
    }

    @Test
    void a_rule_is_found_by_its_row_with_or_without_its_table() {
        assertThat(Cli.run("explain", "stratification/steps:SBP").out()).contains("stratification/steps:SBP", "130");
        assertThat(Cli.run("explain", "waist_met").out()).contains("stratification/steps:WAIST-F");
    }

    @Test
    void a_reception_check_is_shown_with_both_its_sentences() {
        assertThat(Cli.run("explain", "chk-itm-005").out())
                .contains("problems/checks:CHK-ITM-005", "severity: error", "単位が正しくありません", "unit {actual} is wrong");
    }

    @Test
    void a_check_of_claims_is_shown_too() {
        var id = ClaimCatalogue.shipped().ids().getFirst();

        assertThat(Cli.run("explain", id).out()).contains("problems/checks:" + id, "severity: ");
    }

    @Test
    void a_row_of_a_table_beside_the_rules_is_shown() {
        assertThat(Cli.run("explain", "claim/roles:MED-TI").out()).contains("claim/roles:MED-TI", "出典: ");
        assertThat(Cli.run("explain", "checks:chk-xml-024").out()).contains("problems/checks:CHK-XML-024");
        assertThat(Cli.run("explain", "problems/item-families:casual_glucose").out())
                .contains("casual_glucose:3D010129901926101", "casual_glucose:3D010129901927201");
        assertThat(Cli.run("explain", "claim/roles:NOBODY").status()).isEqualTo(2);
        assertThat(Cli.run("explain", "../roles:MED-TI").status()).isEqualTo(2);
    }

    @Test
    void codes_may_be_short_and_in_full_width() {
        assertThat(Cli.run("explain", "9N").out()).contains("9N701000000000011");
        assertThat(Cli.run("explain", "９Ｎ０１６１６０１００００００１").status()).isEqualTo(2);
        assertThat(Cli.run("explain", "９Ｎ０１６１６０１０００００００１").out()).contains("item/items:9N016160100000001");
    }

    @Test
    void a_word_that_is_not_known_is_answered_with_words_like_it() {
        var call = Cli.run("explain", "WASIT-M");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("WAIST-M");
    }
}
