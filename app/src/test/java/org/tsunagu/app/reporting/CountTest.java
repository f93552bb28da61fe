package org.tsunagu.app.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.reporting.GapList.Query;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.rates.Rate;

/// A fiscal year counted: who is in which rate, what is missing, and what that costs.
@ExtendWith(Office.Extension.class)
class CountTest {

    private static final FiscalYear YEAR = new FiscalYear(2024);
    private static final String HEAD =
            "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,"
                    + "covered_from,covered_to\n";
    private static final String DRUG = "{\"9N701000000000011\":\"1\",\"9N706000000000011\":\"2\"}";
    private static final String NO_DRUG =
            "{\"9N701000000000011\":\"2\",\"9N706000000000011\":\"2\",\"9N711000000000011\":\"2\"}";

    private static String member(String key, String sex, String birth, String employer, String from, String to) {
        return "%s,1,%s,01,1,self,見本 花子,ミホン ハナコ,%s,%s,123-4567,架空市1,%s,%s,%s\n"
                .formatted(key, key, sex, birth, employer, from, to);
    }

    /// A result and what was decided about it.
    private static void checkup(
            Office office, Insurer insurer, String key, String day, String results, String... said) {
        var jdbc = office.everything();
        var id = jdbc.queryForObject(
                "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                        + " facility, results) select insurer_id, id, 2000000 + 1000 * id + ?, ?::date, 2024, '010',"
                        + " '架空健診センター', ?::jsonb from membership.member where insurer_id = ? and register_key = ?"
                        + " returning id",
                Long.class,
                Integer.parseInt(day.substring(8)) + 31 * Integer.parseInt(day.substring(5, 7)),
                day,
                results,
                insurer.id().value(),
                key);
        var questions = List.of("COMPLETE", "STRATIFICATION", "METABOLIC");
        for (var i = 0; i < said.length; i++) {
            jdbc.update(
                    "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind, certainty,"
                            + " reasons, missing, rule_set) select insurer_id, member_id, id, ?, ?, 'CERTAIN', 'source',"
                            + " '[]', ?::jsonb, 'test' from checkups.checkup where id = ?",
                    questions.get(i),
                    said[i],
                    said[i].equals("false") ? "[\"waist\"]" : "[]",
                    id);
        }
    }

    private static Insurer filled(Office office) {
        var insurer = office.insurer("99000903");
        if (office.everything()
                        .queryForObject(
                                "select count(*) from membership.member where insurer_id = ?",
                                Integer.class,
                                insurer.id().value())
                > 0) {
            return insurer;
        }
        office.register(
                insurer,
                HEAD
                        + member("active", "1", "1984-02-29", "A社", "2015-04-01", "")
                        + member("none", "2", "1970-06-01", "A社", "2015-04-01", "")
                        + member("incomplete", "2", "1971-06-01", "B社", "2015-04-01", "")
                        + member("absent", "2", "1972-06-01", "B社", "2015-04-01", "")
                        + member("twice", "1", "1973-06-01", "B社", "2015-04-01", "")
                        + member("left", "2", "1974-06-01", "A社", "2015-04-01", "2024-12-31")
                        + member("joined", "2", "1975-06-01", "A社", "2024-04-02", "")
                        + member("april", "1", "1985-04-01", "A社", "2015-04-01", "")
                        + member("old", "1", "1949-06-01", "A社", "2015-04-01", "")
                        + member("early", "1", "1980-06-01", "A社", "2015-04-01", "2024-05-31")
                        + member("unjudged", "1", "1981-06-01", "A社", "2015-04-01", "")
                        + member("young", "1", "1995-06-01", "A社", "2015-04-01", ""));
        checkup(office, insurer, "active", "2024-06-01", DRUG, "true", "1", "1");
        checkup(office, insurer, "none", "2024-06-01", NO_DRUG, "true", "3", "3");
        checkup(office, insurer, "incomplete", "2024-06-01", "{}", "false", "4", "4");
        checkup(office, insurer, "twice", "2024-06-01", NO_DRUG, "true", "4", "2");
        checkup(office, insurer, "twice", "2024-09-01", NO_DRUG, "false", "4", "4");
        checkup(office, insurer, "left", "2024-06-01", NO_DRUG, "true", "1", "1");
        checkup(office, insurer, "joined", "2024-06-01", NO_DRUG, "true", "1", "1");
        checkup(office, insurer, "old", "2024-07-01", NO_DRUG, "true", "3", "3");
        checkup(office, insurer, "early", "2024-06-15", NO_DRUG, "true", "3", "3");
        checkup(office, insurer, "unjudged", "2024-06-15", NO_DRUG);
        checkup(office, insurer, "young", "2024-06-15", NO_DRUG, "false", "4", "4");
        return insurer;
    }

    private static Report counted(Office office, Insurer insurer) {
        var reports = office.bean(Reports.class);
        office.as(insurer, Role.CLERK, () -> reports.count(YEAR));
        office.waitForJobs(insurer);
        return office.as(insurer, Role.CLERK, () -> reports.current(YEAR)).orElseThrow();
    }

    private static String shown(Rate rate) {
        return "%d/%d %s"
                .formatted(rate.numerator(), rate.denominator(), rate.percent().orElseThrow());
    }

    @Test
    void every_rate_counts_its_own_people(Office office) {
        var insurer = filled(office);
        var report = counted(office, insurer);
        var totals = office.bean(Totals.class);

        var all = office.as(insurer, Role.ANALYST, () -> totals.all(report.id()));

        assertThat(all)
                .hasEntrySatisfying(
                        "CHECKUP_RATE",
                        rate -> assertThat(shown(rate))
                                .as("active, none, twice of these, incomplete, absent and unjudged")
                                .isEqualTo("3/6 50.0"));
        assertThat(shown(all.get("TARGET_RATE"))).isEqualTo("1/3 33.3");
        assertThat(shown(all.get("METABO_RATE"))).isEqualTo("1/3 33.3");
        assertThat(shown(all.get("PRE_METABO_RATE")))
                .as("of the complete result")
                .isEqualTo("1/3 33.3");
        assertThat(shown(all.get("DRUG_RATE"))).isEqualTo("1/3 33.3");
        assertThat(shown(all.get("GUIDANCE_RATE"))).as("active was not guided").isEqualTo("0/1 0.0");
        var sexes = office.as(insurer, Role.ANALYST, () -> totals.of(report.id(), Dimension.SEX));
        assertThat(sexes)
                .extracting(line -> line.value() + " " + shown(line.rates().get("CHECKUP_RATE")))
                .containsExactly("1 2/3 66.7", "2 1/3 33.3");
        for (var dimension : Dimension.values()) {
            assertThat(office.as(insurer, Role.ANALYST, () -> totals.of(report.id(), dimension)).stream()
                            .mapToLong(line -> Optional.ofNullable(line.rates().get("CHECKUP_RATE"))
                                    .map(Rate::denominator)
                                    .orElse(0L))
                            .sum())
                    .as(dimension.key())
                    .isEqualTo(6);
        }
    }

    @Test
    void whatever_is_missing_stands_in_the_list_with_what_it_costs(Office office) {
        var insurer = filled(office);
        var report = counted(office, insurer);
        var gaps = office.bean(GapList.class);
        var names = office
                .everything()
                .queryForList(
                        "select id, register_key from membership.member where insurer_id = ?",
                        insurer.id().value())
                .stream()
                .collect(Collectors.toMap(row -> row.get("id"), row -> row.get("register_key")));

        var all = office.as(
                insurer,
                Role.CLERK,
                () -> gaps.kinds().stream()
                        .flatMap(kind -> gaps.list(report.id(), Query.of(Map.of("gap", kind.key())), 0, 50).stream())
                        .toList());

        assertThat(all)
                .extracting(line -> "%s %s %d".formatted(names.get(line.memberId()), line.gap(), line.above()))
                .containsExactlyInAnyOrder(
                        "incomplete INCOMPLETE 1",
                        "absent NOT_EXAMINED 1",
                        "unjudged NOT_JUDGED 1",
                        "twice OTHER_RESULT 0",
                        "twice UNDETERMINED 1",
                        "active NOT_GUIDED 1",
                        "left LEFT 0",
                        "old NOT_INSURED 0",
                        "joined NOT_TARGET 0",
                        "young NOT_TARGET 0",
                        "early NOT_INSURED 0",
                        "april APRIL_FIRST 0");
        var rates =
                office.as(insurer, Role.CLERK, () -> office.bean(Totals.class).all(report.id()));
        assertThat(office.as(insurer, Role.CLERK, () -> gaps.list(report.id(), Query.of(Map.of()), 0, 50)))
                .as("what changes a rate comes first")
                .extracting(GapList.Line::above)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(all)
                .filteredOn(line -> line.gap().equals("INCOMPLETE"))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.points(rates)).as("from 3 to 4 of 6").contains(new BigDecimal("16.667"));
                    assertThat(line.detail()).containsExactly("waist");
                });
    }

    @Test
    void counting_twice_at_once_is_one_count_and_the_next_replaces_it(Office office) {
        var insurer = office.insurer("99000911");
        var reports = office.bean(Reports.class);
        var jdbc = office.everything();

        var first = jdbc.queryForObject(
                "insert into reporting.report (insurer_id, fiscal_year, kind, created_by) values (?, 2024, 'COUNT', 'test')"
                        + " returning id",
                Long.class,
                insurer.id().value());
        assertThat(office.as(insurer, Role.CLERK, () -> reports.count(YEAR)))
                .as("the one that is being made")
                .isEqualTo(first);
        office.waitForJobs(insurer);
        var second = counted(office, insurer);

        assertThat(second.id()).isGreaterThan(first);
        assertThat(jdbc.queryForList(
                        "select id from reporting.report where insurer_id = ?",
                        Long.class,
                        insurer.id().value()))
                .containsExactly(second.id());
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Totals.class).all(second.id())))
                .as("a year without data")
                .isEmpty();
    }

    @Test
    void a_count_that_is_killed_has_not_begun(Office office) {
        var insurer = filled(office);
        var expected = contents(office, counted(office, insurer).id());
        var id = office.everything()
                .queryForObject(
                        "insert into reporting.report (insurer_id, fiscal_year, kind, created_by)"
                                + " values (?, 2024, 'COUNT', 'test') returning id",
                        Long.class,
                        insurer.id().value());
        var job = new Job(0, insurer.id(), Reports.JOB, Long.toString(id), "RUNNING", "", 0, 0);
        var handler = office.bean(CountJob.class);
        var transactions = office.bean(TenantTransactions.class);

        assertThatThrownBy(() -> handler.work(
                        job,
                        (step, done, total, work) -> transactions.run(insurer.id(), () -> {
                            work.run();
                            throw new IllegalStateException("killed");
                        })))
                .hasMessage("killed");
        assertThat(contents(office, id)).isEmpty();
        handler.work(job, (step, done, total, work) -> transactions.run(insurer.id(), work));

        assertThat(contents(office, id)).isEqualTo(expected);
    }

    @Test
    void what_is_written_in_the_middle_of_a_count_belongs_to_the_next_one(Office office) throws Exception {
        var insurer = filled(office);
        var before = contents(office, counted(office, insurer).id());
        var other = office.everything().getDataSource().getConnection();
        try (other;
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            // The count reads drug starters first and people last: it waits here in between.
            statement.execute("lock table guidance.exclusion in access exclusive mode");
            office.as(insurer, Role.CLERK, () -> office.bean(Reports.class).count(YEAR));
            while (office.everything()
                            .queryForObject(
                                    "select count(*) from pg_locks where not granted"
                                            + " and relation = 'guidance.exclusion'::regclass",
                                    Integer.class)
                    == 0) {
                Thread.sleep(20);
            }
            checkup(office, insurer, "absent", "2024-10-01", NO_DRUG, "true", "1", "1");
            other.rollback();
        }
        office.waitForJobs(insurer);
        try {
            var report = office.as(
                            insurer,
                            Role.CLERK,
                            () -> office.bean(Reports.class).current(YEAR))
                    .orElseThrow();
            assertThat(contents(office, report.id())).isEqualTo(before);
            assertThat(contents(office, counted(office, insurer).id())).isNotEqualTo(before);
        } finally {
            office.everything()
                    .update(
                            "delete from checkups.decision where checkup_id in (select c.id from checkups.checkup c join"
                                    + " membership.member m on m.id = c.member_id where m.register_key = 'absent'"
                                    + " and c.insurer_id = ?)",
                            insurer.id().value());
            office.everything()
                    .update(
                            "delete from checkups.checkup where member_id in (select id from membership.member where"
                                    + " register_key = 'absent' and insurer_id = ?)",
                            insurer.id().value());
        }
    }

    private static List<String> contents(Office office, long report) {
        return office.everything().queryForList("""
                select (to_jsonb(p) - 'report_id' - 'id')::text from reporting.person p where report_id = ?
                union all select (to_jsonb(t) - 'report_id')::text from reporting.tally t where report_id = ?
                union all select (to_jsonb(g) - 'report_id')::text from reporting.gap g where report_id = ? order by 1
                """, String.class, report, report, report);
    }

    @Test
    void small_groups_are_hidden_from_who_may_not_see_persons_and_outsiders_see_nothing(Office office) {
        counted(office, filled(office));
        var analyst = new Visitor(office);
        analyst.logIn("99000903-analyst", Office.PASSWORD);
        var clerk = new Visitor(office);
        clerk.logIn("99000903-clerk", Office.PASSWORD);
        var provider = new Visitor(office);
        provider.logIn("99000903-provider", Office.PASSWORD);

        assertThat(analyst.get("/reports/2024?by=employer").body())
                .contains("50.0%", "少人数")
                .doesNotContain("66.7%");
        assertThat(analyst.get("/reports/2024/gaps").status()).isEqualTo(403);
        var page = clerk.get("/reports/2024?by=sex").body();
        assertThat(page)
                .contains("66.7%", "id=\"def-CHECKUP_RATE\"", "CHECKUP_RATE-N1")
                .doesNotContain("少人数");
        assertThat(clerk.get("/reports/2024/gaps?gap=INCOMPLETE").body()).contains("+16.667ポイント", "基本項目がそろっていない");
        assertThat(clerk.get("/reports/2040").status()).isEqualTo(404);
        assertThat(clerk.get("/reports/2023").body()).contains("まだ集計されていません");
        for (var path : List.of("/reports/2024", "/reports/2024/gaps", "/reports/frozen/1")) {
            assertThat(provider.get(path).status()).as(path).isEqualTo(403);
        }
    }

    @Test
    void the_list_goes_out_with_a_purpose_and_the_ledger_says_so(Office office) {
        var insurer = filled(office);
        counted(office, insurer);
        var clerk = new Visitor(office);
        clerk.logIn("99000903-clerk", Office.PASSWORD);
        clerk.get("/reports/2024/gaps");

        var without = clerk.post("/reports/2024/gaps/export", "gap", "LEFT", "purpose", "");
        assertThat(without.path()).contains("notice=reporting.problem.purpose");
        var csv = clerk.post("/reports/2024/gaps/export", "gap", "LEFT", "purpose", "OTHER", "purposeWords", "確認")
                .body();

        assertThat(csv.lines().toList()).hasSize(2);
        assertThat(csv).contains("LEFT,年度の途中で加入・脱退した、または年度内に75歳になる");
        assertThat(office.everything()
                        .queryForList(
                                "select detail from audit.event where insurer_id = ? and kind = 'EXPORT'",
                                String.class,
                                insurer.id().value()))
                .contains("1 gaps of fiscal year 2024, gap=LEFT");
    }
}
