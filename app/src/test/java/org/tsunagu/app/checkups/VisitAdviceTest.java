package org.tsunagu.app.checkups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.checkups.VisitAdvices.Query;
import org.tsunagu.app.jobs.Jobs;

/// Who should see a doctor, and for how many years nothing has been done.
@ExtendWith(Office.Extension.class)
class VisitAdviceTest {

    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            %s,１,%s,01,1,self,見本 花子,ミホン ハナコ,2,1960-04-01,000-0001,架空市1,,2015-04-01,
            """;

    @TempDir
    Path folder;

    /// Systolic pressure and the answer about drugs for it; no answer when empty.
    private static void checkup(Office office, Insurer insurer, String key, int year, String pressure, String drug) {
        var results = "{\"9A751000000000001\":\"%s\",\"9A761000000000001\":\"80\"%s}"
                .formatted(pressure, drug.isEmpty() ? "" : ",\"9N701000000000011\":\"" + drug + "\"");
        office.everything()
                .update(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                                + " facility, results) select insurer_id, id, 1000 * id + ?, make_date(?, 6, 1), ?, '010', '', ?::jsonb"
                                + " from membership.member where insurer_id = ? and register_key = ?",
                        year,
                        year,
                        year,
                        results,
                        insurer.id().value(),
                        key);
    }

    private static void judge(Office office, Insurer insurer, String once) {
        office.bean(Jobs.class).enqueue(insurer.id(), "high-values", once, "test");
        office.waitForJobs(insurer);
    }

    private static List<VisitAdvice> list(Office office, Insurer insurer, Map<String, String> asked) {
        return office.as(
                insurer, Role.NURSE, () -> office.bean(VisitAdvices.class).list(Query.of(asked), 0, 100));
    }

    @Test
    void years_are_counted_back_from_the_latest_and_end_with_a_drug_a_good_year_or_a_year_without_checkup(
            Office office) {
        var insurer = office.insurer("99000609");
        var register = new StringBuilder();
        for (var key : List.of("three", "drug", "good", "gap", "now", "well")) {
            register.append(
                    register.isEmpty()
                            ? REGISTER.formatted(key, key.length() + "1")
                            : REGISTER.lines().skip(1).findFirst().orElseThrow().formatted(key, "9" + register.length())
                                    + "\n");
        }
        office.register(insurer, register.toString());
        for (var year : List.of(2023, 2024, 2025)) {
            checkup(office, insurer, "three", year, Integer.toString(year - 2023 + 150), year == 2024 ? "" : "2");
            checkup(office, insurer, "drug", year, "155", year == 2023 ? "1" : "2");
            checkup(office, insurer, "good", year, year == 2024 ? "120" : "158", "2");
            checkup(office, insurer, "now", year, "170", year == 2025 ? "1" : "2");
            checkup(office, insurer, "well", year, year == 2025 ? "118" : "180", "2");
        }
        checkup(office, insurer, "gap", 2023, "150", "2");
        checkup(office, insurer, "gap", 2025, "165", "2");

        judge(office, insurer, "test");

        var byMember = office.everything()
                .queryForList(
                        "select m.register_key || ' ' || a.years from checkups.visit_advice a"
                                + " join membership.member m on m.id = a.member_id where a.insurer_id = ?"
                                + " and a.variable = 'sbp'",
                        String.class,
                        insurer.id().value());
        assertThat(byMember).containsExactlyInAnyOrder("three 3", "drug 2", "good 1", "gap 1", "now 0");
        var first = list(office, insurer, Map.of("treated", "no")).getFirst();
        assertThat(first.years()).isEqualTo(3);
        assertThat(first.history())
                .extracting(year -> year.fiscalYear() + " " + year.shown() + " " + year.treatment())
                .containsExactly("2025 152 NO", "2024 151 UNKNOWN", "2023 150 NO");
        assertThat(first.reasons()).isNotEmpty();
        assertThat(list(office, insurer, Map.of("variable", "sbp", "sort", "value")))
                .extracting(VisitAdvice::shown)
                .containsExactly("170", "165", "158", "155", "152");
        assertThat(list(office, insurer, Map.of("variable", "sbp", "value", "160", "treated", "no")))
                .extracting(VisitAdvice::shown)
                .containsExactly("165");
        assertThat(list(office, insurer, Map.of("years", "2"))).hasSize(2);
    }

    @Test
    void what_an_archive_brings_is_the_same_as_working_everything_out_again(Office office) throws IOException {
        var insurer = office.insurer("99000614");
        var files = Office.files(folder, "99000614", 150, 2, 0);
        office.register(insurer, Files.readAllBytes(files.resolve("members.csv")), true);
        try (var zips = Files.list(files.resolve("archives"))) {
            zips.filter(file -> file.toString().endsWith(".zip")).sorted().forEach(zip -> office.receive(insurer, zip));
        }
        office.waitForJobs(insurer);
        var query =
                "select member_id || ' ' || variable || ' ' || shown || ' ' || years || ' ' || treated || ' ' || history"
                        + " from checkups.visit_advice where insurer_id = ? order by 1";
        var id = insurer.id().value();
        var brought = office.everything().queryForList(query, String.class, id);

        judge(office, insurer, "again");

        assertThat(brought).hasSizeGreaterThan(5);
        assertThat(office.everything().queryForList(query, String.class, id)).isEqualTo(brought);
        assertThat(office.as(
                                insurer,
                                Role.NURSE,
                                () -> office.bean(VisitAdvices.class).people(Query.of(Map.of())))
                        .size())
                .isPositive()
                .isLessThanOrEqualTo(brought.size());
    }

    @Test
    void only_codes_are_taken_from_the_address() {
        assertThat(Query.of(Map.of("variable", "sbp' or 1=1", "years", "0", "sex", "2", "name", "見本"))
                        .asked()
                        .parameters())
                .isEqualTo("sex=2");
    }
}
