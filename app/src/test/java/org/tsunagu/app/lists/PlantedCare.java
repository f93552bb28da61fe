package org.tsunagu.app.lists;

import java.sql.Date;
import java.time.LocalDate;
import java.time.YearMonth;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;

/// Members, checkups and claims put straight into the tables of a test's insurer (仕込んだ加入者と受診歴).
final class PlantedCare {

    private final Office office;
    private final Insurer insurer;
    private final long part;

    PlantedCare(Office office, Insurer insurer, YearMonth first, YearMonth last) {
        this.office = office;
        this.insurer = insurer;
        var delivery = one(
                "insert into claims.delivery (insurer_id, original, name, channel, mode, state, received_at, received_by)"
                        + " values (?, gen_random_uuid()::text, 'x', 'upload', 'ADD', 'PUBLISHED', now(), 'test')"
                        + " returning id",
                insurer.id().value());
        this.part = one(
                "insert into claims.part (insurer_id, delivery_id, claim_month, kind, state) values (?, ?, ?, 'MED',"
                        + " 'CURRENT') returning id",
                insurer.id().value(),
                delivery,
                Date.valueOf(first.atDay(1)));
        for (var month = first; !month.isAfter(last); month = month.plusMonths(1)) {
            office.everything()
                    .update(
                            "insert into claims.month_statement values (?, ?, true, 'test', now())",
                            insurer.id().value(),
                            Date.valueOf(month.plusMonths(1).atDay(1)));
            office.everything()
                    .update(
                            "insert into claims.care_month values (?, ?, 'MED', 1, 0, 0, now())",
                            insurer.id().value(),
                            Date.valueOf(month.atDay(1)));
        }
    }

    long one(String sql, Object... arguments) {
        return office.everything().queryForObject(sql, Long.class, arguments);
    }

    long member(String key, String birth) {
        var id = one(
                "insert into membership.member (insurer_id, register_key, name, kana, sex, birth, kind, relation,"
                        + " symbol, number, branch, employer, postal_code, address, phone, name_key, kana_key,"
                        + " number_key, household_key, card_number_key, phone_key) values (?, ?, ?, ?, '1',"
                        + " ?::date, '', '', '', '', '', '', '', '', '', '', '', '', '', '', '') returning id",
                insurer.id().value(),
                key,
                "見本 " + key,
                "ミホン",
                birth);
        office.everything()
                .update(
                        "insert into membership.coverage values (?, ?, '2015-04-01', null, '')",
                        insurer.id().value(),
                        id);
        return id;
    }

    void checkup(long member, String day, String results) {
        office.everything()
                .update(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year,"
                                + " programme, facility, results) values (?, ?, ?, ?::date, extract(year from ?::date"
                                + " - interval '3 months'), '010', '', ?::jsonb)",
                        insurer.id().value(),
                        member,
                        1000 * member + LocalDate.parse(day).toEpochDay() % 1000,
                        day,
                        day,
                        results);
    }

    private long claim(long member, YearMonth month, String kind) {
        return one(
                "insert into claims.claim (insurer_id, delivery_id, number, item, part_id, receipt_key, search_number, entry,"
                        + " line, kind, receipt_type, inpatient, public_only, care_month, status, institution,"
                        + " institution_name, prescriber, symbol, card_number, branch, sex, name, kana, household_key,"
                        + " member_id, match, days, points_claimed, points_decided, line_points, yen_per_point,"
                        + " meal_yen, yen, special_notes, dialysis)"
                        + " select ?, delivery_id, (select count(*) + 1 from claims.claim x where x.delivery_id ="
                        + " p.delivery_id), '1-1', id, gen_random_uuid()::text, '', '', 1, ?, '1112', false, false, ?,"
                        + " 'COUNTED', '1311234567', '', '', '', '', '', '1', '', '', '', ?, 'BRANCH', 1, 100, 100,"
                        + " 100, 10, 0, 1000, '', false from claims.part p where id = ? returning id",
                insurer.id().value(),
                kind,
                Date.valueOf(month.atDay(1)),
                member,
                part);
    }

    void visit(long member, String month, String icd10) {
        var claim = claim(member, YearMonth.parse(month), "MED");
        office.everything()
                .update(
                        "insert into claims.claim_disease (insurer_id, claim_id, seq, code, modifiers, written,"
                                + " recorded_icd10, name, icd10, class121, lifestyle14, suspected, main,"
                                + " most_resources, start_day, outcome)"
                                + " values (?, ?, 1, '1', '', '', '', 'x', ?, '', '', false, true, false, null, '1')",
                        insurer.id().value(),
                        claim,
                        icd10);
    }

    void drug(long member, String group, String day, int days) {
        var claim = claim(member, YearMonth.from(LocalDate.parse(day)), "PHA");
        office.everything()
                .update(
                        "insert into claims.claim_drug values (?, ?, 1, '610443047', 'x', '3961008F1012', ?, '21', 'ORAL',"
                                + " ?::date, ?, 1)",
                        insurer.id().value(),
                        claim,
                        group,
                        day,
                        days);
    }
}
