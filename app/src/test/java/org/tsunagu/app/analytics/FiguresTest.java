package org.tsunagu.app.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.analytics.areas.AreaMaps;
import org.tsunagu.app.planning.Targets;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.measures.Measures;
import org.tsunagu.rules.rates.Percent;

/// Figures with their intervals, adjusted, as funnels, maps and comparisons; as files; and the people
/// behind them.
@ExtendWith(Office.Extension.class)
class FiguresTest {

    private static final String NUMBER = "06139919";

    @TempDir
    Path folder;

    private Insurer filled(Office office) {
        var insurer = office.insurer(NUMBER);
        if (office.as(insurer, Role.ANALYST, () -> office.bean(Marts.class).current())
                .isEmpty()) {
            var files = Office.files(folder, NUMBER, 700, 1, 0);
            try (var all = Files.walk(files)) {
                var list = all.filter(Files::isRegularFile).sorted().toList();
                for (var file : list) {
                    if (file.getFileName().toString().contains("members")) {
                        office.register(insurer, Files.readAllBytes(file), true);
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
            office.as(insurer, Role.ANALYST, () -> office.bean(Marts.class).ask());
            office.waitForJobs(insurer);
        }
        return insurer;
    }

    private static Visitor visitor(Office office, String role) {
        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-" + role, Office.PASSWORD);
        return visitor;
    }

    private int year(Office office, Insurer insurer) {
        return office.as(
                        insurer,
                        Role.ANALYST,
                        () -> office.bean(Indicators.class).yearly())
                .orElseThrow()
                .get("SMOKING")
                .lastKey();
    }

    @Test
    void a_rate_has_its_interval_and_says_by_which_method(Office office) {
        filled(office);
        var page = visitor(office, "nurse").get("/analytics/SMOKING?by=sex_age").body();

        assertThat(page).contains("95%信頼区間", "Wilson法", "データの日").containsPattern("[0-9.]+–[0-9.]+</td>");
        assertThat(visitor(office, "nurse").get("/analytics/MEMBERS").body()).contains("偶然の幅はありません", "<svg");
    }

    @Test
    void groups_are_adjusted_for_age_against_the_insurer_and_the_nation(Office office) {
        filled(office);
        var nurse = visitor(office, "nurse");
        var page = nurse.get("/analytics/SMOKING?view=adjusted&by=sex_age").body();

        assertThat(page)
                .contains("直接法 H27", "全国＝100", "第9回NDBオープンデータ", "平成27年モデル人口", "ts-badge--uncertain")
                .contains("この比は基準とだけ比べられます");
        assertThat(nurse.get("/analytics/WAIST?view=adjusted&by=sex_age&standard=S60&chance=binomial")
                        .body())
                .contains("直接法 S60", "二項分布", "Dobson法");
        // Several tests in one measure: the nation counts each by itself.
        assertThat(nurse.get("/analytics/VISIT-LIPID?view=adjusted").body())
                .doesNotContain("全国＝100")
                .contains("比べられません");
        assertThat(nurse.get("/analytics/MEMBERS?view=adjusted").status()).isEqualTo(404);
    }

    @Test
    void employers_and_areas_stand_in_a_funnel(Office office) {
        filled(office);
        var nurse = visitor(office, "nurse");
        for (var address : List.of(
                "/analytics/SMOKING?view=funnel&by=employer",
                "/analytics/SMOKING?view=funnel&by=area&kind=ratio&dispersion=wide",
                "/analytics/METABOLIC?view=funnel&by=area&dispersion=wide",
                "/analytics/METABOLIC?view=funnel&by=facility")) {
            var page = nurse.get(address);
            assertThat(page.status()).as(address).isEqualTo(200);
            assertThat(page.body()).as(address).contains("管理限界");
        }
    }

    @Test
    void institutions_take_the_place_of_areas_where_people_were_examined(Office office) {
        var insurer = filled(office);
        var nurse = visitor(office, "nurse");
        var facility = office.everything()
                .queryForObject(
                        "select facility from checkups.mart_checkup where insurer_id = ? and facility <> '' limit 1",
                        String.class,
                        insurer.id().value());

        assertThat(nurse.get("/analytics/SMOKING?by=facility").body()).contains("健診機関（番号）", facility);
        // Whoever was not examined has no institution.
        assertThat(nurse.get("/analytics/CHECKUP-RATE").body()).doesNotContain("by=facility");
    }

    @Test
    void a_map_of_tiles_becomes_one_of_outlines_when_they_are_loaded(Office office) throws Exception {
        var insurer = filled(office);
        var nurse = visitor(office, "nurse");
        var areas = office.everything()
                .queryForList(
                        "select distinct left(regexp_replace(postal_code, '[^0-9]', '', 'g'), 3) from membership.member"
                                + " where insurer_id = ? and postal_code <> '' order by 1",
                        String.class,
                        insurer.id().value());
        assertThat(nurse.get("/analytics/WAIST?view=map").body()).contains("経験ベイズ", "境界線は読み込まれていません");
        assertThat(nurse.get("/analytics/WAIST?view=map&map=nation").body())
                .contains("北海道", "沖縄", "第9回NDBオープンデータ", "この保険者の所在地：東京")
                .contains("<svg");

        var first = areas.getFirst();
        var json = """
                {"features":[{"properties":{"code":"%s","name":"中央区"},"geometry":{"type":"Polygon",
                "coordinates":[[[138,34],[139,34],[139,35],[138,34]]]}}]}
                """.formatted(first);
        var maps = office.bean(AreaMaps.class);
        var count = maps.load(
                insurer.id(),
                new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)),
                new AreaMaps.Reading("試験の地図", "code", "name", Map.of()),
                OffsetDateTime.now(Clock.systemUTC()));
        assertThat(count).isEqualTo(1);
        assertThat(nurse.get("/analytics/WAIST?view=map").body()).contains("試験の地図", "中央区");
        var other = office.insurer("06139901");
        assertThat(office.as(other, Role.ANALYST, maps::current).isEmpty()).isTrue();
    }

    @Test
    void a_rate_stands_beside_plan_prefecture_and_nation(Office office) {
        var insurer = filled(office);
        var year = year(office, insurer);
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Targets.class)
                        .set(
                                new FiscalYear(year),
                                0,
                                Percent.parse("70%").orElseThrow(),
                                Percent.parse("45%").orElseThrow(),
                                ""));
        var nurse = visitor(office, "nurse");

        assertThat(nurse.get("/analytics/CHECKUP-RATE?view=comparison").body())
                .contains("実施計画の目標", "70", "健康保険組合", "全国（全保険者）");
        assertThat(nurse.get("/analytics/SMOKING?view=comparison").body())
                .contains("東京", "全国の率をこの保険者の性・年齢構成に当てはめた値", "選択肢が変わりました", "計算による");
        assertThat(nurse.get("/analytics/UNTREATED-VISIT?view=comparison").body())
                .contains("比べられません");
    }

    @Test
    void every_file_says_what_it_is_and_what_is_hidden(Office office) throws Exception {
        filled(office);
        var nurse = visitor(office, "nurse");
        var address = "/analytics/SMOKING/export?by=sex_age&format=";
        for (var view : List.of("groups", "adjusted", "funnel", "map", "comparison")) {
            assertThat(nurse.get(address + "csv&view=" + view).body()).as(view).contains("定義", "データの日", "秘匿");
        }
        assertThat(nurse.get(address + "csv").body()).contains("TSUNAGU_STRICT", "‐");
        var svg = nurse.get(address + "svg").body();
        assertThat(svg).startsWith("<svg").contains("定義", "TSUNAGU_STRICT").doesNotContain("style=");
        assertThat(nurse.get(address + "png").body()).contains("PNG");
        assertThat(nurse.get(address + "pdf").body()).startsWith("%PDF");
        assertThat(nurse.get(address + "xlsx").body()).startsWith("PK");
        assertThat(nurse.get(address + "exe").status()).isEqualTo(404);
    }

    @Test
    void numbers_are_numbers_in_the_workbook(Office office) throws Exception {
        var insurer = filled(office);
        var sheets = office.bean(org.tsunagu.app.analytics.figures.FigureSheets.class);
        var question = new org.tsunagu.app.analytics.figures.Question(
                org.tsunagu.app.analytics.figures.View.GROUPS,
                Measures.find("SMOKING").orElseThrow(),
                0,
                Group.MEMBER_TYPE,
                Map.of(),
                org.tsunagu.app.ui.Language.JAPANESE,
                true);
        var answer = office.as(insurer, Role.ANALYST, () -> sheets.of(question));
        var out = new ByteArrayOutputStream();
        org.tsunagu.app.analytics.web.Workbooks.write(answer.sheet().orElseThrow(), List.of("注"), out);
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.flatMap(row -> row.stream())
                            .filter(cell -> cell.getType() == org.dhatim.fastexcel.reader.CellType.NUMBER))
                    .isNotEmpty();
        }
    }

    @Test
    void a_row_leads_to_exactly_the_people_it_counts(Office office) {
        var insurer = filled(office);
        var year = year(office, insurer);
        var compared = 0;
        for (var key : List.of("METABOLIC", "UNTREATED-VISIT", "CHECKUP-RATE", "SMOKING", "TARGETS")) {
            var measure = Measures.find(key).orElseThrow();
            for (var group : Group.values()) {
                var by = java.util.stream.Stream.concat(
                                java.util.stream.Stream.of("fiscal_year"), group.strata().stream())
                        .toList();
                var rows = office.as(
                                insurer,
                                Role.NURSE,
                                () -> office.bean(Indicators.class).ask(engine -> engine.count(measure, by)))
                        .orElseThrow();
                for (var row : rows.subList(0, Math.min(4, rows.size()))) {
                    var strata = new java.util.TreeMap<String, String>();
                    for (var i = 1; i < by.size(); i++) {
                        strata.put(by.get(i), row.strata().get(i));
                    }
                    var of = Integer.parseInt(row.strata().getFirst());
                    var people = office.as(
                            insurer,
                            Role.NURSE,
                            () -> office.bean(PeopleBehind.class).of(measure, of, strata, false));
                    var everybody = office.as(
                            insurer,
                            Role.NURSE,
                            () -> office.bean(PeopleBehind.class).of(measure, of, strata, true));
                    assertThat(people)
                            .as("%s %s", key, strata)
                            .hasSize(row.part().intValue());
                    assertThat(everybody)
                            .as("%s %s", key, strata)
                            .hasSize(row.whole().intValue());
                    compared++;
                }
            }
        }
        assertThat(compared).isGreaterThan(20);
        assertThat(year).isPositive();
    }

    @Test
    void people_are_shown_to_nurses_and_not_to_analysts_and_looks_are_written_down(Office office) {
        var insurer = filled(office);
        var year = year(office, insurer);
        var address = "/analytics/SMOKING/people?sex=1&year=" + year;
        assertThat(visitor(office, "analyst").get(address).status()).isEqualTo(403);

        var nurse = visitor(office, "nurse");
        assertThat(nurse.get(address).body()).contains("喫煙者の割合：対象者", "/members/");
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from audit.event where insurer_id = ? and place = '/analytics/people'"
                                        + " and kind = 'LIST'",
                                Integer.class,
                                insurer.id().value()))
                .isPositive();
        assertThat(nurse.post("/analytics/SMOKING/people/export", "year", "" + year, "sex", "1")
                        .path())
                .contains("problem.purpose");
        var file = nurse.post("/analytics/SMOKING/people/export", "year", "" + year, "sex", "1", "purpose", "GUIDANCE");
        assertThat(file.body()).contains("member_id,name,kana");
        assertThat(visitor(office, "dietitian")
                        .post("/analytics/SMOKING/people/export", "year", "" + year, "purpose", "GUIDANCE")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void an_analyst_sees_what_leaves(Office office) {
        filled(office);
        var page =
                visitor(office, "analyst").get("/analytics/SMOKING?by=sex_age").body();

        assertThat(page).contains("非表示", "TSUNAGU_STRICT").doesNotContain("/analytics/SMOKING/people");
    }
}
