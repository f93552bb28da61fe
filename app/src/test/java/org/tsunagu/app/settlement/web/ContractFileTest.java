package org.tsunagu.app.settlement.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.tsunagu.app.settlement.AgreedShare;
import org.tsunagu.app.settlement.Contract;
import org.tsunagu.app.settlement.Part;
import org.tsunagu.app.settlement.Service;

/// Contracts from a CSV: by their headings in any order, or not at all with what is wrong in which line.
class ContractFileTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-26");
    private static final String HEAD = "機関番号,契約の種類,機関の名称,実施区分,開始日,終了日,根拠となる文書,基本的な健診,積極的支援,積極的支援 初回割合,券が必要\n";

    private static ContractFile read(String csv) throws IOException {
        return ContractFile.read(csv.getBytes(StandardCharsets.UTF_8), TODAY);
    }

    @Test
    void each_line_is_a_contract_with_its_prices_and_shares() throws IOException {
        var csv = HEAD
                + "9911000017,集合契約,見本健診センター,特定健診,R6.4.1,,集合契約書,\"4,800円\",,,はい\n"
                + "９９１１００００１７,個別契約,見本保健指導センター,特定保健指導,2024-04-01,2027-03-31,委託契約書,,20000,50,いいえ\n";
        for (var charset : new Charset[] {StandardCharsets.UTF_8, Charset.forName("windows-31j")}) {
            var read = ContractFile.read(csv.getBytes(charset), TODAY);

            assertThat(read.found()).isEmpty();
            assertThat(read.contracts()).hasSize(2);
            var checkup = read.contracts().get(0);
            assertThat(checkup.kind()).isEqualTo(Contract.Kind.GROUP);
            assertThat(checkup.from()).isEqualTo("2024-04-01");
            assertThat(checkup.needsTicket()).isTrue();
            assertThat(checkup.price(Part.BASIC, "")).contains(4800L);
            var guidance = read.contracts().get(1);
            assertThat(guidance.service()).isEqualTo(Service.GUIDANCE);
            assertThat(guidance.facility()).isEqualTo("9911000017");
            assertThat(guidance.needsTicket()).isFalse();
            assertThat(guidance.shares()).containsExactly(new AgreedShare("1", "FIRST_INTERVIEW", 50));
        }
    }

    @Test
    void what_is_wrong_is_said_with_its_line_and_column_and_nothing_is_taken() throws IOException {
        var read = read(HEAD
                + "9911000017,集合契約,見本健診センター,特定健診,R6.4.1,,集合契約書,4800,,,はい\n"
                + "12,集合契約,見本健診センター,特定健診,R6.4.1,R5.4.1,集合契約書,abc,,,はい\n"
                + "9911000017,組合契約,見本健診センター,特定健診,R6.4.1,,集合契約書,4800,,,はい\n");

        assertThat(read.contracts()).isEmpty();
        assertThat(read.found())
                .extracting(found -> found.line() + " " + found.column() + " " + found.problem())
                .containsExactlyInAnyOrder(
                        "3 機関番号 settlement.problem.facility",
                        "3 終了日 settlement.problem.order",
                        "3 基本的な健診 settlement.problem.yen",
                        "4 契約の種類 settlement.problem.choice");
    }

    @Test
    void headings_that_are_not_known_or_are_missing_are_named() throws IOException {
        assertThat(read("機関番号,謎\n").found())
                .extracting(found -> found.column() + " " + found.problem())
                .contains("謎 settlement.problem.column", "開始日 settlement.problem.missing");
        assertThat(read("").found()).isNotEmpty();
        assertThat(read(HEAD).found())
                .extracting(ContractFile.Found::problem)
                .containsExactly("settlement.problem.empty");
        assertThat(read(HEAD + "\"never closed,\n").found()).isNotEmpty();
    }
}
