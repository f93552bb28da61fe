package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.guidance.SharedDiary;
import org.tsunagu.app.portal.take.Form;
import org.tsunagu.app.portal.take.Taken;
import org.tsunagu.app.ui.Language;

/// The diary of a member: exact, theirs to delete, and shown to nobody without consent.
@ExtendWith(Office.Extension.class)
class DiaryTest {

    private static final String NUMBER = "99800047";

    private static Visitor.Answer write(Visitor visitor, String day, String... values) {
        visitor.get("/my/goals");
        var fields = new java.util.ArrayList<>(
                List.of("day", day, "formKey", UUID.randomUUID().toString()));
        fields.addAll(List.of(values));
        return visitor.post("/my/goals", fields.toArray(String[]::new));
    }

    @Test
    void values_stand_as_they_were_written_in_picture_and_table(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(1);

        write(visitor, "2026-01-05", "weight", "７０．４", "sbp", "128", "dbp", "79");
        write(visitor, "2026-01-06", "weight", "70.0", "steps", "8123");
        var page = write(visitor, "2026-01-06", "weight", "69.8").body();

        assertThat(page).contains("<svg").containsPattern("(?s)<th scope=\"row\">R8.1.5[^<]*</th><td>70.4</td>");
        assertThat(page).contains("<td>69.8</td>").contains("<td>8123</td>").doesNotContain("<td>70.0</td>");
    }

    @Test
    void what_cannot_be_is_asked_for_again_with_its_range(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(3);

        var wrong = write(visitor, "2026-01-05", "weight", "704");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("体重は 20から300 kgまでの数で入れてください").contains("value=\"704\"");
        assertThat(write(visitor, "2099-01-01", "weight", "70").body()).contains("今日までの日");
        assertThat(write(visitor, "2026-01-05").body()).contains("1つ以上");
        assertThat(rows(office, world.id(3))).isZero();
    }

    @Test
    void only_a_number_of_its_kind_is_one() {
        var weight = DiaryKind.of("weight");

        assertThat(weight.read("70.5")).contains(new BigDecimal("70.5"));
        for (var typed : List.of("70.55", "-70", "19.9", "300.1", "7e1", "70kg", "")) {
            assertThat(weight.read(typed)).as(typed).isEmpty();
        }
        assertThat(DiaryKind.of("steps").read("0")).contains(BigDecimal.ZERO);
    }

    private static int rows(Office office, long member) {
        return office.everything()
                .queryForObject("select count(*) from portal.diary where member_id = ?", Integer.class, member);
    }

    @Test
    void what_is_deleted_is_gone_at_once_and_only_by_its_owner(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(5);
        write(visitor, "2026-01-05", "weight", "70.4", "waist", "88");
        var id = office.everything()
                .queryForObject("select min(id) from portal.diary where member_id = ?", Long.class, world.id(5));
        var other = world.at(7);
        other.get("/my/goals");
        other.post("/my/goals/%d/delete".formatted(id));
        assertThat(rows(office, world.id(5))).isEqualTo(2);

        visitor.post("/my/goals/%d/delete".formatted(id));
        assertThat(rows(office, world.id(5))).isOne();
        visitor.post("/my/goals/delete");
        assertThat(rows(office, world.id(5))).isZero();
    }

    @Test
    void staff_read_it_only_while_the_member_consents_and_each_look_is_seen(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var hasty = world.at(9);
        write(hasty, "2026-01-05", "weight", "70.4");
        var key = UUID.randomUUID().toString();
        assertThat(hasty.post("/my/goals/share", "wanted", "true", "formKey", key).path())
                .isEqualTo("/my/confirm?back=/my/goals");
        assertThat(read(office, world, 9)).isEmpty();

        var visitor = world.confirmed(9);
        visitor.get("/my/goals");
        assertThat(visitor.post("/my/goals/share", "wanted", "true", "formKey", key).body())
                .contains("いま：見せています");
        assertThat(read(office, world, 9))
                .hasValueSatisfying(lines -> assertThat(lines)
                        .extracting(line -> line.text(java.util.Locale.JAPANESE))
                        .containsExactly("体重 70.4 kg"));
        assertThat(world.ledger(9))
                .filteredOn(look -> look.dataClasses().contains("DIARY")
                        && look.kind() == Look.Kind.VIEW
                        && look.staffId() != 0)
                .singleElement()
                .satisfies(look -> assertThat(look.basis()).isEqualTo("CONSENT"));

        visitor.get("/my/goals");
        visitor.post(
                "/my/goals/share", "wanted", "false", "formKey", UUID.randomUUID().toString());
        assertThat(read(office, world, 9)).isEmpty();
    }

    private static java.util.Optional<List<SharedDiary.Line>> read(Office office, MemberWorld world, int number) {
        var member = world.id(number);
        return world.as(Role.NURSE, () -> office.bean(SharedDiary.class).of(member, "/guidance/courses"));
    }

    @Test
    void goals_are_added_reached_and_taken_out(Office office) {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.at(11);
        visitor.get("/my/goals");
        visitor.post("/my/goals/own", "words", "毎日歩く", "formKey", UUID.randomUUID().toString());
        var id = office.everything()
                .queryForObject("select id from portal.own_goal where member_id = ?", Long.class, world.id(11));

        assertThat(visitor.post("/my/goals/own/%d/reached".formatted(id)).body())
                .contains("毎日歩く <strong>できた");
        assertThat(visitor.post("/my/goals/own/%d/delete".formatted(id)).body()).doesNotContain("毎日歩く");
    }

    @Test
    void it_is_among_what_is_taken_along(Office office) throws IOException {
        var world = MemberWorld.of(office, NUMBER);
        var visitor = world.confirmed(13);
        write(visitor, "2026-01-05", "weight", "70.4");
        assertThat(visitor.get("/my/export").status()).isEqualTo(200);
        assertThat(visitor.post("/my/export", "form", "csv").body()).contains("diary.csv");

        var member = world.member(13);
        var csv = world.as(Role.NURSE, () -> {
            var taken = new Taken(
                    world.insurer(),
                    java.time.OffsetDateTime.parse("2026-11-01T09:00+09:00"),
                    LocalDate.parse("2026-11-01"),
                    office.bean(OwnData.class).checked(member),
                    office.bean(OwnData.class).care(member.id().value()),
                    List.of(),
                    List.of(),
                    List.of(),
                    office.bean(Diary.class).of(member.id().value(), 10),
                    List.of(),
                    false);
            var out = new java.io.ByteArrayOutputStream();
            office.bean(org.springframework.context.ApplicationContext.class).getBeansOfType(Form.class).values().stream()
                    .filter(form -> form.key().equals("csv"))
                    .findFirst()
                    .orElseThrow()
                    .write(taken, Language.JAPANESE, out);
            return out.toByteArray();
        });
        assertThat(entry(csv, "diary.csv")).contains("2026-01-05").contains("体重").contains("70.4").contains("kg");
    }

    private static String entry(byte[] zip, String name) throws IOException {
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        return "";
    }
}
