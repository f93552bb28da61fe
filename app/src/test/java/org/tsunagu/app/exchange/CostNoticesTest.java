package org.tsunagu.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.claims.CareCosts;
import org.tsunagu.app.exchange.notice.CostNotices;
import org.tsunagu.app.membership.Members;

/// Notices of medical costs: of the claims that count, one for each household, to the insured person.
@ExtendWith(Office.Extension.class)
class CostNoticesTest {

    private static final YearMonth FIRST = YearMonth.parse("2025-01");
    private static final YearMonth LAST = YearMonth.parse("2025-12");
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            H1,1,501,01,1,self,世帯 一郎,セタイ イチロウ,1,1970-04-01,000-0001,架空市1,,2015-04-01,
            H2,1,501,02,2,spouse,世帯 花子,セタイ ハナコ,2,1972-04-01,000-0001,架空市1,,2015-04-01,
            H3,1,502,01,1,self,別世帯 次郎,ベッセタイ ジロウ,1,1975-04-01,000-0001,架空市2,,2015-04-01,
            """;

    private static void claim(Office office, Insurer insurer, long member, YearMonth month, String state) {
        var everything = office.everything();
        var delivery = everything.queryForObject(
                "insert into claims.delivery (insurer_id, original, name, channel, mode, state, received_at,"
                        + " received_by) values (?, gen_random_uuid()::text, 'x', 'upload', 'ADD', 'PUBLISHED', now(),"
                        + " 'test') returning id",
                Long.class,
                insurer.id().value());
        var part = everything.queryForObject(
                "insert into claims.part (insurer_id, delivery_id, claim_month, kind, state) values (?, ?, ?, 'MED', ?)"
                        + " returning id",
                Long.class,
                insurer.id().value(),
                delivery,
                Date.valueOf(month.plusMonths(1).atDay(1)),
                state);
        everything.update(
                "insert into claims.claim (insurer_id, delivery_id, number, item, part_id, receipt_key, search_number, entry,"
                        + " line, kind, receipt_type, inpatient, public_only, care_month, status, institution,"
                        + " institution_name, prescriber, symbol, card_number, branch, sex, name, kana, household_key,"
                        + " member_id, match, days, points_claimed, points_decided, line_points, yen_per_point,"
                        + " meal_yen, yen, special_notes, dialysis) values (?, ?, 1, '1-1', ?,"
                        + " gen_random_uuid()::text, '', '', 1, 'MED', '1112', false, false, ?, 'COUNTED', '1311234567',"
                        + " '架空医院', '', '', '', '', '1', '', '', '', ?, 'BRANCH', 2, 100, 100, 100, 10, 0, 1000, '',"
                        + " false)",
                insurer.id().value(),
                delivery,
                part,
                Date.valueOf(month.atDay(1)),
                member);
    }

    @Test
    void a_household_with_claims_that_count_gets_one_notice(Office office) {
        var insurer = office.insurer("06990238");
        office.register(insurer, REGISTER);
        var ids = office.as(
                insurer, Role.CLERK, () -> office.bean(Members.class).byRegisterKeys(List.of("H1", "H2", "H3")));
        var head = ids.get("H1").value();
        var wife = ids.get("H2").value();
        var other = ids.get("H3").value();
        claim(office, insurer, head, FIRST, "CURRENT");
        claim(office, insurer, wife, LAST, "CURRENT");
        claim(office, insurer, other, LAST.plusMonths(1), "CURRENT");
        claim(office, insurer, other, FIRST, "REPLACED");

        var costs = office.bean(TenantTransactions.class)
                .in(insurer.id(), () -> office.bean(CareCosts.class).of(List.of(head, wife, other), FIRST, LAST));
        assertThat(costs).containsOnlyKeys(head, wife);
        assertThat(costs.get(wife)).singleElement().satisfies(line -> {
            assertThat(line.institution()).isEqualTo("架空医院");
            assertThat(line.yen()).isEqualTo(1000);
        });
        var pdf = new ByteArrayOutputStream();
        var report = office.as(
                insurer, Role.CLERK, () -> office.bean(CostNotices.class).write(FIRST, LAST, "MAILING", pdf));
        assertThat(report.printed()).isEqualTo(1);
        assertThat(report.refused()).isZero();
        assertThat(pdf.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    }

    @Test
    void notices_leave_with_a_purpose_and_for_at_most_a_year(Office office) {
        office.insurer("06990246");
        var clerk = new Visitor(office);
        clerk.logIn("06990246-clerk", Office.PASSWORD);
        assertThat(clerk.get("/handover/costs").body()).contains("医療費のお知らせ");
        assertThat(clerk.post("/handover/costs", "from", "2025-01", "to", "2026-01")
                        .path())
                .contains("exchange.problem.months");
        assertThat(clerk.post("/handover/costs", "from", "2025-01", "to", "昨年").path())
                .contains("exchange.problem.months");
        assertThat(clerk.post("/handover/costs", "from", "2025-01", "to", "2025-12")
                        .path())
                .contains("exchange.problem.purpose");
    }
}
