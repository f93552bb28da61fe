package org.tsunagu.app.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.membership.RegisterColumns.Choice;
import org.tsunagu.app.membership.RegisterColumns.Chosen;

/// Registers whose headings are not the usual ones.
@ExtendWith(Office.Extension.class)
class RegisterColumnsTest {

    private static final String HEAD = "世帯員コード,証記号,証番号,お名前,よみ,性別,生年月日,取得,資格喪失日,住所\n";

    private static String person(String key, String name, String kana, String from, String to) {
        return "%s,12,%s,%s,%s,女,1970-04-01,%s,%s,架空市9\n".formatted(key, key, name, kana, from, to);
    }

    private static RegisterFile last(Office office, Insurer insurer) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Registers.class).latest())
                .getFirst();
    }

    private static Map<String, Chosen> chosen(Map<String, String> headings) {
        var chosen = new HashMap<String, Chosen>();
        headings.forEach((field, heading) -> chosen.put(field, new Chosen(heading, false)));
        return chosen;
    }

    private static Map<String, String> whole() {
        var headings = new HashMap<String, String>();
        headings.put("register_key", "世帯員コード");
        headings.put("symbol", "証記号");
        headings.put("number", "証番号");
        headings.put("name", "お名前");
        headings.put("kana", "よみ");
        headings.put("sex", "性別");
        headings.put("birth", "生年月日");
        headings.put("covered_from", "取得");
        headings.put("covered_to", "資格喪失日");
        return headings;
    }

    private static String set(Office office, Insurer insurer, RegisterFile file, Map<String, Chosen> chosen) {
        return office.as(insurer, Role.CLERK, () -> {
            var columns = office.bean(RegisterColumns.class);
            return columns.set(columns.headings(file), chosen);
        });
    }

    private static void again(Office office, Insurer insurer, RegisterFile file) {
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Registers.class).again(file.id(), "test")))
                .isTrue();
        office.waitForJobs(insurer);
    }

    @Test
    void a_file_refused_for_its_headings_is_read_when_somebody_says_what_they_mean(Office office) {
        var insurer = office.insurer("99007403");
        office.register(insurer, HEAD + person("1", "見本 花子", "ミホン ハナコ", "2015-04-01", "2026-04-01"));
        var file = last(office, insurer);
        assertThat(file.refusal()).isEqualTo("heading.name");

        assertThat(set(office, insurer, file, chosen(whole()))).isEmpty();
        again(office, insurer, file);

        assertThat(last(office, insurer))
                .extracting(RegisterFile::state, RegisterFile::added, RegisterFile::bad)
                .containsExactly("DONE", 1, 0);
        var columns = office.as(
                insurer, Role.CLERK, () -> office.bean(RegisterColumns.class).ofCurrent());
        // What is usual is not kept; a day of loss that this insurer gives as the last day is, and what is left out.
        assertThat(columns)
                .extracting(column -> column.heading() + ">" + column.field() + column.minusDays())
                .containsExactlyInAnyOrder(
                        "世帯員コード>REGISTER_KEY0",
                        "証記号>SYMBOL0",
                        "証番号>NUMBER0",
                        "お名前>NAME0",
                        "よみ>KANA0",
                        "取得>COVERED_FROM0",
                        "資格喪失日>COVERED_TO0",
                        "住所>0");
        var member = office.as(
                        insurer, Role.CLERK, () -> office.bean(Members.class).search("見本", 10))
                .getFirst();
        assertThat(member.address()).isEmpty();
        assertThat(office.everything()
                        .queryForObject(
                                "select to_day from membership.coverage where member_id = ?",
                                LocalDate.class,
                                member.id().value()))
                .isEqualTo("2026-04-01");
    }

    @Test
    void the_next_file_is_read_by_the_same_headings_and_those_of_another_insurer_are_not(Office office) {
        var insurer = office.insurer("99007411");
        office.register(insurer, HEAD + person("1", "見本 花子", "ミホン ハナコ", "2015-04-01", ""));
        assertThat(set(office, insurer, last(office, insurer), chosen(whole()))).isEmpty();

        office.register(insurer, HEAD + person("2", "見本 次子", "ミホン ツギコ", "2015-04-01", ""));
        assertThat(last(office, insurer).added()).isEqualTo(1);

        var other = office.insurer("99007429");
        office.register(other, HEAD + person("3", "見本 三子", "ミホン ミツコ", "2015-04-01", ""));
        assertThat(last(office, other).state()).isEqualTo("REFUSED");
    }

    @Test
    void one_heading_for_two_fields_and_a_needed_field_without_a_heading_are_refused(Office office) {
        var insurer = office.insurer("99007437");
        office.register(insurer, HEAD + person("1", "見本 花子", "ミホン ハナコ", "2015-04-01", ""));
        var file = last(office, insurer);

        var twice = whole();
        twice.put("kana", "お名前");
        assertThat(set(office, insurer, file, chosen(twice))).isEqualTo("membership.columns.twice");
        var without = whole();
        without.put("birth", "");
        assertThat(set(office, insurer, file, chosen(without))).isEqualTo("membership.columns.needed");
        var strange = whole();
        strange.put("sex", "このファイルにない見出し");
        assertThat(set(office, insurer, file, chosen(strange))).isEqualTo("membership.columns.needed");
    }

    @Test
    void the_page_offers_what_is_recognised_already(Office office) {
        var insurer = office.insurer("99007445");
        office.register(insurer, HEAD + person("1", "見本 花子", "ミホン ハナコ", "2015-04-01", ""));
        var file = last(office, insurer);

        var choices = office.as(insurer, Role.CLERK, () -> {
            var columns = office.bean(RegisterColumns.class);
            return columns.choices(columns.headings(file));
        });

        assertThat(choices)
                .filteredOn(choice -> !choice.heading().isEmpty())
                .extracting(Choice::field, Choice::heading, Choice::isDayAfter)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("sex", "性別", false),
                        org.assertj.core.groups.Tuple.tuple("birth", "生年月日", false),
                        org.assertj.core.groups.Tuple.tuple("covered_to", "資格喪失日", true),
                        org.assertj.core.groups.Tuple.tuple("address", "住所", false));
    }

    @Test
    void a_file_that_was_taken_is_not_read_again(Office office) {
        var insurer = office.insurer("99007452");
        office.register(insurer, "番号,氏名,カナ氏名,性別,生年月日,資格取得日\n1,見本 花子,ミホン ハナコ,女,1970-04-01,2015-04-01\n");
        var file = last(office, insurer);

        assertThat(List.of(
                        file.state(),
                        office.as(
                                insurer,
                                Role.CLERK,
                                () -> office.bean(Registers.class).again(file.id(), "test"))))
                .containsExactly("DONE", false);
    }
}
