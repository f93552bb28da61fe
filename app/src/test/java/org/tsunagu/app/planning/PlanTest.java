package org.tsunagu.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.planning.People.Guided;
import org.tsunagu.app.reporting.Totals;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Percent;

/// The plan of an insurer from its own register and results.
@ExtendWith(Office.Extension.class)
class PlanTest {

    private static final FiscalYear YEAR = new FiscalYear(2024);
    private static final String HEAD =
            "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,"
                    + "covered_from,covered_to\n";

    private static String member(String key, String sex, String birth, String from, String to) {
        return "%s,1,%s,01,1,self,見本 花子,ミホン ハナコ,%s,%s,000-0001,架空市1,,%s,%s\n".formatted(key, key, sex, birth, from, to);
    }

    /// A result of a year and what was decided about it.
    private static void checkup(Office office, Insurer insurer, String key, int year, boolean complete, String level) {
        var jdbc = office.everything();
        jdbc.update(
                "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                        + " facility, results) select insurer_id, id, 1000000 + 100 * id + ? % 100, make_date(?, 6, 1), ?,"
                        + " '010', '', '{}' from membership.member where insurer_id = ? and register_key = ?",
                year, year, year, insurer.id().value(), key);
        for (var decision :
                List.of(List.of("COMPLETE", Boolean.toString(complete)), List.of("STRATIFICATION", level))) {
            jdbc.update(
                    "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind,"
                            + " certainty, reasons, missing, rule_set) select c.insurer_id, c.member_id, c.id, ?, ?,"
                            + " 'CERTAIN', 'source', '[]', '[]', 'test' from checkups.checkup c join membership.member m"
                            + " on m.id = c.member_id where c.insurer_id = ? and m.register_key = ? and c.fiscal_year = ?",
                    decision.getFirst(),
                    decision.getLast(),
                    insurer.id().value(),
                    key,
                    year);
        }
    }

    private static Insurer filled(Office office) {
        var insurer = office.insurer("99000706");
        office.register(
                insurer,
                HEAD
                        + member("701", "1", "1984-06-01", "2015-04-01", "")
                        + member("702", "2", "1983-06-01", "2015-04-01", "")
                        + member("703", "2", "1982-06-01", "2015-04-01", "")
                        + member("704", "2", "1981-06-01", "2024-04-02", "")
                        + member("705", "2", "1981-06-01", "2015-04-01", "2024-12-31")
                        + member("706", "1", "1949-06-01", "2015-04-01", "")
                        + member("707", "1", "1949-04-01", "2015-04-01", "")
                        + member("708", "1", "1985-04-01", "2015-04-01", "")
                        + member("709", "1", "1985-03-31", "2015-04-01", ""));
        if (office.everything()
                        .queryForObject(
                                "select count(*) from checkups.checkup where insurer_id = ?",
                                Integer.class,
                                insurer.id().value())
                == 0) {
            checkup(office, insurer, "701", 2024, true, "1");
            checkup(office, insurer, "702", 2024, false, "4");
            checkup(office, insurer, "705", 2024, true, "3");
            checkup(office, insurer, "706", 2024, true, "3");
            checkup(office, insurer, "703", 2023, true, "1");
            checkup(office, insurer, "702", 2023, true, "3");
            office.as(insurer, Role.CLERK, () -> {
                office.bean(YearCounts.class).ask(YEAR);
                return "";
            });
            office.waitForJobs(insurer);
        }
        return insurer;
    }

    private static List<People> people(Office office, Insurer insurer) {
        return office.as(
                insurer, Role.ANALYST, () -> office.bean(Population.class).of(YEAR));
    }

    @Test
    void members_are_counted_by_sex_and_age_on_the_first_of_april_and_all_year(Office office) {
        var people = people(office, filled(office));

        assertThat(people).hasSize(16);
        assertThat(people)
                .filteredOn(one -> one.targets() > 0)
                .containsExactly(
                        new People(Sex.MALE, "40-44", 2, 2, 1, 1, new Guided(1, 0, 1, 0, 0)),
                        new People(Sex.MALE, "75", 1, 0, 0, 0, Guided.NOBODY),
                        new People(Sex.FEMALE, "40-44", 3, 2, 1, 0, Guided.NOBODY));
    }

    @Test
    void planned_numbers_are_rounded_line_by_line_and_the_result_stands_beside_them(Office office) {
        var insurer = filled(office);
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Targets.class).set(YEAR, 0, percent("50%"), percent("60%"), "first"));

        var plan =
                office.as(insurer, Role.ANALYST, () -> office.bean(Plans.class).of(YEAR));

        var total = plan.table().total();
        assertThat(total.people().targets()).isEqualTo(6);
        assertThat(total.planned()).as("1 + 1 (0.5) + 2 (1.5)").contains(4L);
        assertThat(total.rate()).contains(new BigDecimal("25.0"));
        assertThat(plan.missing()).as("half of four, one is there").contains(1L);
        assertThat(plan.guided()).as("4 x 60 % x a half of last year").contains(1L);
        assertThat(plan.table().lines())
                .hasSize(18)
                .filteredOn(PlanTable.Line::isSum)
                .hasSize(2);
    }

    @Test
    void every_version_of_a_target_is_kept_and_two_at_once_are_not_taken(Office office) {
        var insurer = office.insurer("99000714");
        var targets = office.bean(Targets.class);

        assertThat(office.<List<Boolean>>as(
                        insurer,
                        Role.CLERK,
                        () -> List.of(
                                targets.set(YEAR, 0, percent("50%"), percent("20%"), "first"),
                                targets.set(YEAR, 0, percent("55%"), percent("20%"), "at once"),
                                targets.set(YEAR, 1, percent("60%"), percent("25%"), "second"))))
                .containsExactly(true, false, true);
        assertThat(office.as(insurer, Role.CLERK, () -> targets.of(YEAR)))
                .extracting(target -> target.version() + " " + target.checkup() + " " + target.note())
                .containsExactly("2 60% second", "1 50% first");
        assertThat(office.as(office.insurer("99000722"), Role.CLERK, () -> targets.of(YEAR)))
                .as("another insurer's")
                .isEmpty();
    }

    @Test
    void the_database_takes_no_change_of_a_version(Office office) {
        var insurer = office.insurer("99000730");
        var jdbc = office.bean(JdbcClient.class);

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> office.bean(TenantTransactions.class)
                        .run(
                                insurer.id(),
                                () -> jdbc.sql("update planning.target set checkup_rate = 1")
                                        .update()))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void a_clerk_sets_a_target_on_the_page_and_the_ledger_says_so(Office office) {
        var insurer = office.insurer("99000748");
        var clerk = new Visitor(office);
        clerk.logIn("99000748-clerk", Office.PASSWORD);
        clerk.get("/plan/2026");

        var wrong = clerk.post("/plan/2026", "checkup", "120%", "guidance", "x", "note", "", "seen", "0");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("0% から 100% までの率").contains("value=\"120%\"");
        var set = clerk.post("/plan/2026", "checkup", "６０％", "guidance", "0.3", "note", "第4期", "seen", "0");
        assertThat(set.path()).isEqualTo("/plan/2026?notice=planning.saved");
        assertThat(set.body()).contains("第1版：健診 60%、保健指導 30%", "第4期");
        var late = clerk.post("/plan/2026", "checkup", "70%", "guidance", "30%", "note", "", "seen", "0");
        assertThat(late.status()).isEqualTo(422);
        assertThat(late.body()).contains("ほかの人が先に登録しました");

        var looks = office.everything()
                .queryForList(
                        "select detail from audit.event where insurer_id = ? and data_class = 'plan'",
                        String.class,
                        insurer.id().value());
        assertThat(looks).containsExactly("target of fiscal year 2026");
    }

    @Test
    void who_sees_counts_sees_the_plan_and_only_some_may_set_it(Office office) {
        office.insurer("99000755");
        var analyst = new Visitor(office);
        analyst.logIn("99000755-analyst", Office.PASSWORD);
        var provider = new Visitor(office);
        provider.logIn("99000755-provider", Office.PASSWORD);

        assertThat(analyst.get("/plan").status()).isEqualTo(200);
        assertThat(analyst.get("/plan/2026").body()).doesNotContain("action=\"/plan/2026\"");
        assertThat(analyst.post("/plan/2026", "checkup", "60%", "guidance", "30%", "note", "", "seen", "0")
                        .status())
                .isEqualTo(403);
        assertThat(provider.get("/plan/2026").status()).isEqualTo(403);
        assertThat(analyst.get("/plan/1999").status()).isEqualTo(404);
        assertThat(analyst.get("/plan/2040").status()).isEqualTo(404);
    }

    @Test
    void results_are_those_of_the_statutory_report_and_only_of_years_that_were_counted(Office office) {
        var insurer = filled(office);
        var rates = office.bean(Totals.class);
        var counts = office.bean(YearCounts.class);

        var report = office.as(insurer, Role.ANALYST, () -> counts.of(YEAR)).orElseThrow();
        var reported =
                office.as(insurer, Role.ANALYST, () -> rates.all(report.id())).get("CHECKUP_RATE");
        var planned = office.as(
                        insurer, Role.ANALYST, () -> office.bean(Plans.class).of(YEAR))
                .table()
                .total();

        assertThat(planned.rate()).isEqualTo(reported.percent());
        assertThat(planned.people().denominator()).isEqualTo(reported.denominator());
        assertThat(planned.people().targets())
                .as("the register and the report know the same targets")
                .isEqualTo(office.everything()
                        .queryForObject(
                                "select count(*) from reporting.person where report_id = ? and is_target",
                                Long.class,
                                report.id()));
        var uncounted = office.insurer("99000748");
        var state = office.as(uncounted, Role.ANALYST, () -> counts.state(YEAR));
        assertThat(state.report()).isEmpty();
        assertThat(state.missing()).hasSize(6).contains(YEAR);
        var analyst = new Visitor(office);
        analyst.logIn("99000706-analyst", Office.PASSWORD);
        assertThat(analyst.get("/plan/2024").body())
                .as("few people, and an analyst may not see persons")
                .contains("現在の集計によります", "<td>少人数</td>");
    }

    private static Percent percent(String text) {
        return Percent.parse(text).orElseThrow();
    }
}
