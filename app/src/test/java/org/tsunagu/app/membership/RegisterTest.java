package org.tsunagu.app.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.membership.RegisterWorld.HEAD;
import static org.tsunagu.app.membership.RegisterWorld.find;
import static org.tsunagu.app.membership.RegisterWorld.last;
import static org.tsunagu.app.membership.RegisterWorld.person;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;

/// Lines of a register are taken or listed with what is wrong with them.
@ExtendWith(Office.Extension.class)
class RegisterTest {

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
}
