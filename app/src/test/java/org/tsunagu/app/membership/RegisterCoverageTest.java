package org.tsunagu.app.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.membership.RegisterWorld.HEAD;
import static org.tsunagu.app.membership.RegisterWorld.coverage;
import static org.tsunagu.app.membership.RegisterWorld.person;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.eligibility.Enrolment;

/// When somebody was insured, to the day, and who was all year.
@ExtendWith(Office.Extension.class)
class RegisterCoverageTest {

    @ParameterizedTest
    @CsvSource({"資格喪失日, 2024-07-01, 2024-06-30", "資格喪失年月日, R6.7.1, 2024-06-30", "covered_to, 2024-06-30, 2024-06-30"})
    void the_day_of_loss_is_the_day_after_the_last_one(String heading, String written, String last, Office office) {
        var insurer = office.insurer("99031031");
        var line = person("1901", "見本 喪失", "ミホン ソウシツ", "S45.4.1", "2015-04-01");
        office.register(
                insurer,
                HEAD.replace("資格喪失日", heading)
                        + line.replace("2015-04-01,,", "2015-04-01," + written + ",")
                        + person("1902", "見本 " + written, "ミホン ホカ", "S45.4.1", "2015-04-01"));

        assertThat(coverage(office, insurer, "ミホン ソウシツ")).containsExactly("2015-04-01 " + last);
    }

    @Test
    void the_query_counts_as_covered_all_year_whom_the_rules_count(Office office) {
        var insurer = office.insurer("99031072");
        var random = new java.util.Random(20_260_401);
        var csv = new StringBuilder(HEAD.replace("資格喪失日", "covered_to"));
        var year = FiscalYear.containing(LocalDate.parse("2024-10-01"));
        var all = 0;
        for (var i = 0; i < 400; i++) {
            var enrolments = new java.util.ArrayList<Enrolment>();
            var day = year.firstDay().minusDays(random.nextInt(3));
            while (day.isBefore(year.lastDay())) {
                var last = random.nextInt(6) == 0
                        ? java.util.Optional.<LocalDate>empty()
                        : java.util.Optional.of(day.plusDays(random.nextInt(300)));
                enrolments.add(new Enrolment(day, last));
                csv.append("P%d,１２,%d,01,見本 %d,ミホン,女,S45.4.1,,,,%s,%s,\n"
                        .formatted(i, i, i, day, last.map(LocalDate::toString).orElse("")));
                // Most often without a gap, else with one of a day or two.
                day = last.map(end -> end.plusDays(1 + random.nextInt(9) / 7))
                        .orElse(year.lastDay().plusDays(1));
            }
            var member = new org.tsunagu.rules.eligibility.Member(LocalDate.parse("1970-04-01"), enrolments, List.of());
            if (year.firstDay().datesUntil(year.lastDay().plusDays(1)).allMatch(member::isEnrolledOn)) {
                all++;
            }
        }
        office.register(insurer, csv.toString());

        assertThat(all).isBetween(20, 380);
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Members.class).coveredAllYear(year)))
                .isEqualTo(all);
    }

    @Test
    void a_break_within_the_year_takes_a_person_out_of_the_denominator(Office office) {
        var insurer = office.insurer("99000168");
        var two = "1602,１２,1602,01,見本 途中,ミホン トチュウ,女,S45.4.1,,,,%s,%s,\n";
        office.register(
                insurer,
                HEAD
                        + person("1601", "見本 通年", "ミホン ツウネン", "S45.4.1", "H27.4.1")
                        + two.formatted("2015-04-01", "2024-06-30")
                        + two.formatted("2024-07-02", "")
                        + person("1603", "見本 若い", "ミホン ワカイ", "H10.4.1", "H27.4.1")
                        + person("1604", "見本 新人", "ミホン シンジン", "S45.4.1", "2024-04-02")
                        + person("1605", "見本 四十", "ミホン ヨンジュウ", "S60.3.31", "H27.4.1")
                        + person("1606", "見本 来年", "ミホン ライネン", "S60.4.1", "H27.4.1")
                        + person("1607", "見本 後期前", "ミホン コウキマエ", "S25.4.1", "H27.4.1")
                        + person("1608", "見本 後期", "ミホン コウキ", "S25.3.31", "H27.4.1"));

        var year = FiscalYear.containing(LocalDate.parse("2024-10-01"));
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Members.class).coveredAllYear(year)))
                .as("all year; 40 on the last day; 75 on the day after it")
                .isEqualTo(3);
    }
}
