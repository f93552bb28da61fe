package org.tsunagu.app.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.reporting.Reports;
import org.tsunagu.app.reporting.Totals;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.measures.Measures;
import org.tsunagu.rules.band.Bands;
import org.tsunagu.rules.mark.Marks;

/// The data for counting made from the database of a synthetic insurer, and what the pages show of it.
@ExtendWith(Office.Extension.class)
class AnalyticsTest {

    private static final String NUMBER = "06139992";

    @TempDir
    Path folder;

    private Insurer filled(Office office) {
        var insurer = office.insurer(NUMBER);
        if (office.as(insurer, Role.ANALYST, () -> office.bean(Marts.class).current())
                .isEmpty()) {
            var files = Office.files(folder, NUMBER, 300, 2, 0);
            takeIn(office, insurer, files);
            make(office, insurer);
        }
        return insurer;
    }

    private static void takeIn(Office office, Insurer insurer, Path files) {
        try (var all = java.nio.file.Files.walk(files)) {
            var list = all.filter(java.nio.file.Files::isRegularFile).sorted().toList();
            for (var file : list) {
                if (file.getFileName().toString().contains("members")) {
                    office.register(insurer, java.nio.file.Files.readAllBytes(file), true);
                }
            }
            for (var file : list) {
                if (file.toString().endsWith(".zip")) {
                    office.receive(insurer, file);
                }
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        office.waitForJobs(insurer);
    }

    private static Build make(Office office, Insurer insurer) {
        office.as(insurer, Role.ANALYST, () -> office.bean(Marts.class).ask());
        office.waitForJobs(insurer);
        return office.as(insurer, Role.ANALYST, () -> office.bean(Marts.class).current())
                .orElseThrow();
    }

    @Test
    void the_rates_are_those_of_the_statutory_report(Office office) {
        var insurer = filled(office);
        var yearly = office.as(
                        insurer,
                        Role.ANALYST,
                        () -> office.bean(Indicators.class).yearly())
                .orElseThrow();
        var compared = new ArrayList<Integer>();
        for (var year : yearly.get("CHECKUP-RATE").keySet()) {
            office.as(insurer, Role.CLERK, () -> office.bean(Reports.class).count(new FiscalYear(year)));
            office.waitForJobs(insurer);
            var report = office.as(
                            insurer,
                            Role.CLERK,
                            () -> office.bean(Reports.class).current(new FiscalYear(year)))
                    .orElseThrow();
            var rates = office.as(
                    insurer, Role.ANALYST, () -> office.bean(Totals.class).all(report.id()));
            for (var pair :
                    List.of(List.of("CHECKUP_RATE", "CHECKUP-RATE"), List.of("GUIDANCE_RATE", "GUIDANCE-RATE"))) {
                var rate = rates.get(pair.getFirst());
                var figure = yearly.get(pair.getLast()).get(year);
                if (rate != null && figure != null) {
                    assertThat(figure.part() + "/" + figure.whole())
                            .as("%s of %d", pair.getLast(), year)
                            .isEqualTo(rate.numerator() + "/" + rate.denominator());
                    compared.add(year);
                }
            }
        }
        assertThat(compared).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void habits_and_values_are_there(Office office) {
        var insurer = filled(office);
        var yearly = office.as(
                        insurer,
                        Role.ANALYST,
                        () -> office.bean(Indicators.class).yearly())
                .orElseThrow();

        for (var key : List.of("SMOKING", "VISIT-BP", "UNTREATED-VISIT", "DRUG-LIPID", "WAIST", "METABOLIC")) {
            assertThat(yearly.get(key)).as(key).isNotEmpty();
            assertThat(yearly.get(key).lastEntry().getValue().whole().intValue())
                    .as(key)
                    .isGreaterThan(20);
        }
        var means = office.as(
                        insurer,
                        Role.ANALYST,
                        () -> office.bean(Indicators.class)
                                .ask(engine -> engine.count(
                                        Measures.find("VALUE-MEANS").orElseThrow(), List.of("fiscal_year"))))
                .orElseThrow();
        assertThat(means)
                .filteredOn(figure -> figure.strata().getLast().equals("sbp"))
                .isNotEmpty()
                .allSatisfy(figure ->
                        assertThat(figure.value().orElseThrow().intValue()).isBetween(100, 150));
    }

    @Test
    void a_second_making_reads_only_years_whose_results_changed(Office office) {
        var insurer = filled(office);
        var before = make(office, insurer);
        assertThat(before.kept()).isEqualTo(2 * years(office, insurer));

        office.everything()
                .update(
                        "update checkups.checkup set withdrawn = true where id = (select max(id) from checkups.checkup"
                                + " where insurer_id = ? and superseded_by is null and not withdrawn)",
                        insurer.id().value());
        var after = make(office, insurer);

        assertThat(after.kept()).isEqualTo(2 * years(office, insurer) - 2);
        assertThat(after.checkups()).isEqualTo(before.checkups() - 1);
    }

    private static int years(Office office, Insurer insurer) {
        return office.everything()
                .queryForObject(
                        "select count(distinct fiscal_year) from checkups.checkup where insurer_id = ?"
                                + " and superseded_by is null and not withdrawn",
                        Integer.class,
                        insurer.id().value());
    }

    @Test
    void the_mart_holds_no_name_and_no_number(Office office) throws Exception {
        var insurer = filled(office);
        var version = office.bean(Marts.class).folder(insurer.id()).current().orElseThrow();
        var names = office.everything()
                .queryForList(
                        "select distinct kana from membership.member where insurer_id = ?",
                        String.class,
                        insurer.id().value());
        var session = org.tsunagu.measures.mart.DuckSession.open(folder);
        try (session;
                var statement = session.connection().createStatement();
                var rows = statement.executeQuery("select * from read_parquet('%s')"
                        .formatted(org.tsunagu.measures.mart.DuckSession.quoted(version.resolve("person_year"))
                                + "/*.parquet"))) {
            while (rows.next()) {
                assertThat(rows.getString("person")).hasSize(24).isNotIn(names);
            }
        }
    }

    @Test
    void pages_show_definition_figures_and_groups(Office office) {
        filled(office);
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-nurse", Office.PASSWORD);

        assertThat(visitor.get("/analytics").body()).contains("特定健診実施率").contains("喫煙者の割合");
        var page = visitor.get("/analytics/SMOKING?by=sex_age").body();
        assertThat(page).contains("質問票8に答えた受診者").contains("男性").contains("<svg");
        assertThat(visitor.get("/analytics/HBA1C-8").body()).contains("ts-badge--uncertain");
        assertThat(visitor.get("/analytics/VALUE-MEANS").body()).contains("検査項目");
        assertThat(visitor.get("/analytics/NOTHING").status()).isEqualTo(404);
    }

    @Test
    void codes_are_shown_by_their_names(Office office) {
        filled(office);
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-nurse", Office.PASSWORD);

        assertThat(visitor.get("/analytics/LEVELS").body()).contains("動機付け支援").contains("情報提供（なし）");
        assertThat(visitor.get("/analytics/CHECKUP-MONTHS").body()).containsPattern("<th scope=\"row\">[0-9]+月");
        assertThat(visitor.get("/analytics/VALUE-MEANS").body())
                .contains("収縮期血圧 (mmHg)")
                .doesNotContain("urine_protein");
        assertThat(visitor.get("/analytics/SMOKING").body()).containsPattern("<text[^>]*>令和[0-9]+年度");
    }

    @Test
    void where_nothing_was_taken_in_no_zero_is_shown(Office office) {
        filled(office);
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-nurse", Office.PASSWORD);

        assertThat(visitor.get("/analytics").body()).doesNotContain("一人当たり医療費").contains("加入者数");
        assertThat(visitor.get("/analytics/COST-PER-MEMBER").body())
                .contains("まだ取り込まれていません")
                .doesNotContain("<svg");
    }

    /// The catalogue says beforehand what the marks say person by person.
    @Test
    void no_measure_says_it_is_surer_than_the_limits_it_counts_by() {
        for (var measure : Measures.all()) {
            var rows = Marks.table().stream()
                    .filter(row -> row.text("mark").equals(measure.key()))
                    .toList();
            var items = rows.stream().map(row -> row.text("what")).toList();
            var sure = Stream.concat(
                    rows.stream(),
                    Bands.table(List.of()).rows().stream()
                            .filter(row -> items.contains(row.text("item")))
                            .filter(row -> !row.text("referral_op").isEmpty()
                                    || rows.stream()
                                            .anyMatch(
                                                    mark -> !mark.text("value").equals("2"))));
            if (!rows.isEmpty()) {
                assertThat(measure.row().basis().certainty())
                        .as(measure.key())
                        .isGreaterThanOrEqualTo(
                                Certainty.weakest(sure.map(row -> row.basis().certainty())));
            }
        }
    }

    @Test
    void who_may_not_see_persons_sees_no_small_groups(Office office) {
        filled(office);
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-analyst", Office.PASSWORD);

        assertThat(visitor.get("/analytics/SMOKING?by=sex_age").body()).contains("非表示");
    }

    @Test
    void what_leaves_hides_small_cells(Office office) {
        filled(office);
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-nurse", Office.PASSWORD);

        assertThat(visitor.get("/analytics/SMOKING/export?by=sex_age").body())
                .contains("秘匿")
                .contains(",‐,");
    }

    @Test
    void another_insurer_sees_nothing_of_it(Office office) {
        filled(office);
        var other = office.insurer("06139984");

        assertThat(office.as(
                        other, Role.ANALYST, () -> office.bean(Indicators.class).yearly()))
                .isEmpty();
    }
}
