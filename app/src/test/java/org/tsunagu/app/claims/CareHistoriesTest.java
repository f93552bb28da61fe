package org.tsunagu.app.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.codes.care.CareDisease;
import org.tsunagu.codes.care.CareHistory;
import org.tsunagu.codes.care.CareKind;
import org.tsunagu.codes.care.DrugForm;
import org.tsunagu.codes.care.DrugSupply;

/// What lists of people read of the claims.
@ExtendWith(Office.Extension.class)
class CareHistoriesTest {

    private static final String NUMBER = "99000770";
    private static final YearMonth APRIL = YearMonth.parse("2026-04");

    private static long one(Office office, String sql, Object... arguments) {
        return office.everything().queryForObject(sql, Long.class, arguments);
    }

    private static long member(Office office, Insurer insurer, String key) {
        return one(
                office,
                "insert into membership.member (insurer_id, register_key, name, kana, sex, birth, kind, relation,"
                        + " symbol, number, branch, employer, postal_code, address, phone, name_key, kana_key,"
                        + " number_key, household_key, card_number_key, phone_key) values (?, ?, '', '', '1',"
                        + " '1970-01-01', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '') returning id",
                insurer.id().value(),
                key);
    }

    private static long part(Office office, Insurer insurer, YearMonth claimMonth, String kind, String state) {
        var delivery = one(
                office,
                "insert into claims.delivery (insurer_id, original, name, channel, mode, state, received_at,"
                        + " received_by) values (?, gen_random_uuid()::text, 'x', 'upload', 'ADD', 'PUBLISHED', now(), 'test')"
                        + " returning id",
                insurer.id().value());
        return one(
                office,
                "insert into claims.part (insurer_id, delivery_id, claim_month, kind, state) values (?, ?, ?, ?, ?)"
                        + " returning id",
                insurer.id().value(),
                delivery,
                Date.valueOf(claimMonth.atDay(1)),
                kind,
                state);
    }

    private static long claim(Office office, Insurer insurer, long part, long member, YearMonth month, String kind) {
        return one(
                office,
                "insert into claims.claim (insurer_id, delivery_id, number, item, part_id, receipt_key, search_number, entry,"
                        + " line, kind, receipt_type, inpatient, public_only, care_month, status, institution,"
                        + " institution_name, prescriber, symbol, card_number, branch, sex, name, kana, household_key,"
                        + " member_id, match, days, points_claimed, points_decided, line_points, yen_per_point,"
                        + " meal_yen, yen, special_notes, dialysis)"
                        + " select ?, delivery_id, 1, '1-1', id, gen_random_uuid()::text, '', '', 1, ?, '1112', false, false, ?,"
                        + " 'COUNTED', '1311234567', '', '', '', '', '', '1', '', '', '', ?, 'BRANCH', 1, 100, 100,"
                        + " 100, 10, 0, 1000, '', false from claims.part where id = ? returning id",
                insurer.id().value(),
                kind,
                Date.valueOf(month.atDay(1)),
                member,
                part);
    }

    @Test
    void people_come_in_order_with_their_claims_in_force_and_the_complete_months(Office office) {
        var insurer = office.insurer(NUMBER);
        var first = member(office, insurer, "1");
        var second = member(office, insurer, "2");
        var may = part(office, insurer, APRIL.plusMonths(1), "MED", "CURRENT");
        part(office, insurer, APRIL.plusMonths(1), "PHA", "CURRENT");
        var june = part(office, insurer, APRIL.plusMonths(2), "MED", "CURRENT");
        var replaced = part(office, insurer, APRIL.plusMonths(1), "DEN", "REPLACED");
        claim(office, insurer, june, second, APRIL.plusMonths(1), "MED");
        claim(office, insurer, replaced, first, APRIL, "DEN");
        var claim = claim(office, insurer, may, first, APRIL, "MED");
        var everything = office.everything();
        everything.update(
                "insert into claims.claim_disease (insurer_id, claim_id, seq, code, modifiers, written, recorded_icd10,"
                        + " name, icd10, class121, lifestyle14, suspected, main, most_resources, start_day, outcome)"
                        + " values (?, ?, 1, '8830417', '', '', '', 'x', 'E11', '0402', '3', false, true, false,"
                        + " '2025-04-01', '1')",
                insurer.id().value(),
                claim);
        everything.update(
                "insert into claims.claim_drug values (?, ?, 1, '610443047', 'x', '3961008F1012', 'DM', '21', 'ORAL',"
                        + " '2026-04-01', 28, 1)",
                insurer.id().value(),
                claim);

        var people = new ArrayList<Long>();
        var histories = new ArrayList<CareHistory>();
        var last = office.bean(TenantTransactions.class).in(insurer.id(), () -> {
            var months = office.bean(CareMonths.class);
            months.count(insurer.id().value(), Set.of(APRIL, APRIL.plusMonths(1)));
            office.bean(CareHistories.class).eachPerson(APRIL, APRIL.plusMonths(11), (member, history) -> {
                people.add(member);
                histories.add(history);
            });
            return office.bean(CareHistories.class).lastCompleteMonth();
        });

        assertThat(last).contains(APRIL);
        assertThat(people).containsExactly(first, second);
        assertThat(histories.getFirst().lastComplete()).isEqualTo(APRIL);
        assertThat(histories.getFirst().claims()).hasSize(1);
        var read = histories.getFirst().claims().getFirst();
        assertThat(read.kind()).isEqualTo(CareKind.MED);
        assertThat(read.diseases())
                .containsExactly(
                        new CareDisease("E11", "0402", "3", false, true, Optional.of(LocalDate.parse("2025-04-01"))));
        assertThat(read.drugs())
                .containsExactly(new DrugSupply(
                        "610443047",
                        "3961008",
                        Set.of("DM"),
                        "1311234567",
                        DrugForm.ORAL,
                        LocalDate.parse("2026-04-01"),
                        28));
        var own = office.bean(TenantTransactions.class)
                .in(insurer.id(), () -> office.bean(CareHistories.class).of(first));
        assertThat(own.claims()).isEqualTo(List.of(read));
    }
}
