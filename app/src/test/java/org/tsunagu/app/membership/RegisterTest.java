package org.tsunagu.app.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.eligibility.Enrolment;

/// Taking in the register of members.
@ExtendWith(Office.Extension.class)
class RegisterTest {

    private static final String HEAD = "整理番号,記号,番号,枝番,氏名,カナ氏名,性別,生年月日,郵便番号,住所,電話番号,資格取得日,資格喪失日,喪失理由\n";

    private static RegisterFile last(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Registers.class).latest())
                .getFirst();
    }

    private static List<Member> find(Office office, Insurer insurer, String words) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).search(words, 10));
    }

    private static String person(String key, String name, String kana, String birth, String from) {
        return "%s,１２,0000%s,01,%s,%s,女,%s,000-0001,架空市1,090-0000-%s,%s,,\n"
                .formatted(key, key, name, kana, birth, key, from);
    }

    @Test
    void good_lines_are_taken_and_bad_ones_listed_with_line_and_reason(Office office) {
        var insurer = office.insurer("99000101");
        office.register(
                insurer,
                HEAD + person("1001", "見本 花子", "ミホン ハナコ", "S45.4.1", "平成27年4月1日")
                        + person("1002", "見本 良子", "ミホン ヨシコ", "昭和45年2月30日", "2015-04-01")
                        + "1003,１２,1003,01,見本 短い\n"
                        + person("1004", "", "ミホン ナシ", "19700401", "20150401")
                        + "1005,12,1005,01,見本 五子,ミホン イツコ,?,1970-04-01,,,,2015-04-01,2014-03-31,\n"
                        + person("1006", "見本 未来", "ミホン ミライ", "2090-01-01", "2015-04-01")
                        + person("1001", "見本 花子", "ミホン ハナコ", "S45.4.1", "平成27年4月1日"));

        var file = last(office, insurer);
        var bad = office.as(
                insurer, Role.CLERK, () -> office.bean(Registers.class).badLines(file.id(), 50));

        assertThat(file.state()).isEqualTo("DONE");
        assertThat(List.of(file.lines(), file.added(), file.bad())).containsExactly(7, 1, 6);
        assertThat(bad)
                .extracting(line -> line.line() + " " + line.code() + " " + line.field())
                .containsExactly(
                        "3 date birth",
                        "4 cells ",
                        "5 missing name",
                        "6 order covered_to",
                        "6 code sex",
                        "7 future birth",
                        "8 double register_key");
        assertThat(find(office, insurer, "ﾐﾎﾝ ﾊﾅｺ")).singleElement().satisfies(member -> {
            assertThat(member.birth()).isEqualTo("1970-04-01");
            assertThat(member.name()).isEqualTo("見本 花子");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"見本", "ﾐﾎﾝ", "みほん は", "1101", "00001101", "S45.4.1", "090 0000 1101"})
    void a_person_is_found_by_name_kana_number_birth_date_or_telephone(String words, Office office) {
        var insurer = office.insurer("99000119");
        office.register(insurer, HEAD + person("1101", "見本 花子", "ミホン ハナコ", "S45.4.1", "H27.4.1"));

        assertThat(find(office, insurer, words)).extracting(Member::registerKey).containsExactly("1101");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "' or 1=1 --", "ハナコ", "　"})
    void wildcards_and_quotes_find_nobody(String words, Office office) {
        var insurer = office.insurer("99000119");
        office.register(insurer, HEAD + person("1101", "見本 花子", "ミホン ハナコ", "S45.4.1", "H27.4.1"));

        assertThat(find(office, insurer, words)).isEmpty();
    }

    @Test
    void the_same_lines_again_change_nothing_and_a_change_is_kept_with_what_was_before(Office office) {
        var insurer = office.insurer("99000127");
        var line = person("1201", "見本 花子", "ミホン ハナコ", "S45.4.1", "H27.4.1");
        office.register(insurer, HEAD + line);
        office.register(insurer, (HEAD + line + "\n").getBytes(StandardCharsets.UTF_8), false);
        assertThat(last(office, insurer).changed()).isZero();

        office.register(insurer, (HEAD + line.replace("見本 花子", "手本 花子")).getBytes(StandardCharsets.UTF_8), false);

        var member = find(office, insurer, "手本").getFirst();
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Members.class).changes(member.id())))
                .singleElement()
                .satisfies(change -> assertThat(List.of(change.field(), change.before(), change.after()))
                        .containsExactly("name", "見本 花子", "手本 花子"));
    }

    @Test
    void a_file_of_windows_31j_is_read_as_what_it_is(Office office) {
        var insurer = office.insurer("99000135");
        office.register(
                insurer,
                (HEAD + person("1301", "髙﨑 纊子", "タカサキ コウコ", "S45.4.1", "H27.4.1"))
                        .getBytes(Charset.forName("windows-31j")),
                true);

        assertThat(find(office, insurer, "タカサキ")).extracting(Member::name).containsExactly("髙﨑 纊子");
    }

    @Test
    void who_is_not_in_a_full_file_has_left_unless_they_are_too_many(Office office) {
        var insurer = office.insurer("99000143");
        var all = new StringBuilder(HEAD);
        for (var i = 0; i < 20; i++) {
            all.append(person(
                    "14%02d".formatted(i),
                    "見本 %d".formatted(i),
                    "ミホン " + "アイウエオカキクケコサシスセソタチツテト".charAt(i),
                    "S45.4.1",
                    "H27.4.1"));
        }
        office.register(insurer, all.toString());
        var withoutOne = all.substring(0, all.indexOf("1419,"));
        office.register(insurer, withoutOne);
        assertThat(last(office, insurer))
                .satisfies(file ->
                        assertThat(List.of(file.ended(), file.missing())).containsExactly(1, 0));

        office.register(insurer, all.substring(0, all.indexOf("1410,")));
        var half = last(office, insurer);
        assertThat(List.of(half.ended(), half.missing())).containsExactly(0, 9);

        office.as(insurer, Role.CLERK, () -> {
            office.bean(Registers.class).endMissing(half.id());
            return 0;
        });
        assertThat(last(office, insurer).ended()).isEqualTo(9);
    }

    @ParameterizedTest
    @CsvSource({"資格取得日, heading.covered_from", "氏名, heading.name", "生年月日, heading.birth"})
    void without_a_needed_heading_nothing_is_taken(String heading, String refusal, Office office) {
        var insurer = office.insurer("99000150");
        office.register(
                insurer,
                HEAD.replace("," + heading + ",", ",別の見出し,")
                        + person("1501", "見本 花子", "ミホン ハナコ", "S45.4.1", "H27.4.1"));

        assertThat(last(office, insurer)).satisfies(file -> {
            assertThat(file.state()).isEqualTo("REFUSED");
            assertThat(file.refusal()).isEqualTo(refusal);
        });
    }

    private static String twelve(String insurer) {
        var all = new StringBuilder(HEAD);
        for (var i = 0; i < 12; i++) {
            all.append(person(
                    insurer + "%02d".formatted(i),
                    "見本 %d".formatted(i),
                    "ミホン " + "アイウエオカキクケコサシ".charAt(i),
                    "S45.4.1",
                    "H27.4.1"));
        }
        return all.toString();
    }

    @Test
    void who_stands_on_a_bad_line_of_a_full_file_has_not_left(Office office) {
        var insurer = office.insurer("99031015");
        var all = twelve("17");
        office.register(insurer, all);
        office.register(insurer, all.replace("ミホン シ,女,S45.4.1", "ミホン シ,女,S45.2.30"));

        assertThat(last(office, insurer))
                .satisfies(file -> assertThat(List.of(file.bad(), file.ended(), file.missing()))
                        .containsExactly(1, 0, 0));
        assertThat(covered(office, insurer)).isEqualTo(12);
    }

    @Test
    void nobody_is_ended_without_asking_when_a_bad_line_may_be_theirs(Office office) {
        var insurer = office.insurer("99031023");
        var all = twelve("18");
        office.register(insurer, all);
        office.register(insurer, all.substring(0, all.indexOf("1811,")) + "1811,12,見本\n");

        var file = last(office, insurer);
        assertThat(List.of(file.ended(), file.missing(), file.nameless())).containsExactly(0, 1, 1);
        assertThat(covered(office, insurer)).isEqualTo(12);
    }

    private static int covered(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).covered(LocalDate.parse("2026-11-15")));
    }

    private static List<String> coverage(Office office, Insurer insurer, String words) {
        var member = find(office, insurer, words).getFirst().id();
        return office.as(insurer, Role.CLERK, () -> office.bean(Members.class).coverage(member)).stream()
                .map(one -> one.from() + " " + one.to().map(LocalDate::toString).orElse(""))
                .toList();
    }

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
    void a_full_file_corrects_the_times_it_tells_of_and_keeps_what_had_ended_before(Office office) {
        var insurer = office.insurer("99031049");
        var person = person("2001", "見本 花子", "ミホン ハナコ", "S45.4.1", "%s").replace(",,\n", ",%s,\n");
        office.register(
                insurer, HEAD + person.formatted("2010-04-01", "2012-04-01") + person.formatted("2015-04-01", ""));
        office.register(insurer, HEAD + person.formatted("2015-05-01", ""));

        assertThat(coverage(office, insurer, "2001")).containsExactly("2015-05-01 ", "2010-04-01 2012-03-31");
        var member = find(office, insurer, "2001").getFirst().id();
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Members.class).changes(member)))
                .extracting(change -> change.field() + " " + change.before() + " " + change.after())
                .containsExactly("covered_from 2015-04-01 2015-05-01");
    }

    @Test
    void a_register_older_than_the_newest_one_is_not_taken(Office office) throws java.io.IOException {
        var insurer = office.insurer("99031056");
        var line = person("2101", "見本 花子", "ミホン ハナコ", "S45.4.1", "H27.4.1");
        office.register(insurer, HEAD + line);
        var old = (HEAD + line.replace("見本 花子", "旧姓 花子")).getBytes(StandardCharsets.UTF_8);
        office.bean(Registers.class)
                .receive(
                        insurer.id(),
                        new java.io.ByteArrayInputStream(old),
                        "old.csv",
                        true,
                        LocalDate.parse("2026-10-01"),
                        "test");
        office.waitForJobs(insurer);

        assertThat(last(office, insurer))
                .satisfies(file ->
                        assertThat(List.of(file.state(), file.refusal())).containsExactly("REFUSED", "older"));
        assertThat(find(office, insurer, "2101")).extracting(Member::name).containsExactly("見本 花子");
    }

    @Test
    void a_person_is_found_by_every_number_the_register_tells(Office office) {
        var insurer = office.insurer("99031064");
        var line = "2201,１２,%s,01,見本 番号,ミホン バンゴウ,女,S45.4.1,,,,%s,%s,\n";
        office.register(
                insurer,
                HEAD + line.formatted("770", "2010-04-01", "2015-04-01") + line.formatted("880", "2015-04-01", ""));

        for (var number : List.of("770", "880")) {
            assertThat(office.as(
                            insurer,
                            Role.CLERK,
                            () -> office.bean(MemberPages.class).byNumber("12", number, java.util.Optional.empty(), 5)))
                    .as(number)
                    .extracting(Member::registerKey)
                    .containsExactly("2201");
        }
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
