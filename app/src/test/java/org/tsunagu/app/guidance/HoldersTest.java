package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.guidance.GuidanceWorld.evaluation;
import static org.tsunagu.app.guidance.GuidanceWorld.on;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.Trigger;

/// Courses that staff gives to outside providers, chosen from the list of accounts.
@ExtendWith(Office.Extension.class)
class HoldersTest {

    private static final String NUMBER = "99600060";

    private static String account(Office office, String role) {
        return Long.toString(Objects.requireNonNull(office.everything()
                .queryForObject("select id from access.staff where login = ?", Long.class, NUMBER + "-" + role)));
    }

    @Test
    void staff_gives_a_course_to_a_provider_and_takes_it_back_by_the_list(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var course = world.open(world.checkup(1, "2025-05-20", "2", "92.3", "78.4"));
        var place = "/guidance/courses/" + course;
        var outside = world.visitor("provider");
        assertThat(outside.get(place).status()).isEqualTo(404);
        var nurse = world.visitor("nurse");
        assertThat(nurse.get(place).body())
                .contains("<option value=\"" + account(office, "provider") + "\">試験 PROVIDER");

        assertThat(nurse.post(place + "/provider", "provider", account(office, "provider"))
                        .body())
                .contains("実施する機関を記録しました")
                .contains("試験 PROVIDER");
        assertThat(office.everything()
                        .queryForList(
                                "select data_class || ' ' || ground || ' ' || requester_name from consent.disclosure"
                                        + " where member_id = ? and requester = 'PROVIDER' and allowed order by 1",
                                String.class,
                                world.member(1).value()))
                .as("before the provider sees anything")
                .containsExactly("CHECKUP L21 試験 PROVIDER", "CONTACT L21 試験 PROVIDER", "GUIDANCE L21 試験 PROVIDER");
        assertThat(outside.get(place).status()).isEqualTo(200);
        assertThat(outside.get("/guidance/courses?year=2025").body()).contains("指導 1");
        var staff = account(office, "clerk");
        assertThat(nurse.post(place + "/provider", "provider", staff).status())
                .as("a clerk is no provider")
                .isEqualTo(404);

        var number = Long.toString(world.member(1).value());
        assertThat(outside.get("/assigned").body()).contains("/contacts/" + number);
        nurse.post(place + "/provider", "provider", "0");
        assertThat(outside.get(place).status()).isEqualTo(404);
        assertThat(outside.get("/assigned").body())
                .as("who lost the course sees the person no longer")
                .doesNotContain("/contacts/" + number);
        assertThat(world.course(course).holder()).isEqualTo(Holder.OWN);
    }

    @Test
    void a_name_of_earlier_versions_becomes_the_account_of_the_one_provider_that_has_it(Office office)
            throws IOException {
        var world = GuidanceWorld.of(office, NUMBER);
        var mine = world.open(world.checkup(7, "2025-05-20", "2", "92.3", "78.4"));
        var other = world.open(world.checkup(8, "2025-05-20", "2", "92.3", "78.4"));
        var sql = office.everything();
        sql.update("update guidance.course set provider = '試験 PROVIDER' where id = ?", mine);
        sql.update("update guidance.course set provider = '見本診療所' where id = ?", other);
        var script = Files.readString(Path.of("src/main/resources/db/migration/guidance/V7__providers.sql"));
        var update = script.replaceFirst("(?s).*(update guidance.course c.*?);.*", "$1");

        sql.update(update + " and c.id in (?, ?)", mine, other);

        assertThat(world.course(mine).holder())
                .isEqualTo(new Holder(Long.parseLong(account(office, "provider")), "試験 PROVIDER"));
        assertThat(world.course(other).holder()).isEqualTo(new Holder(0, "見本診療所"));
    }

    @Test
    void a_provider_neither_begins_beside_the_course_of_another_nor_loses_what_is_due_there(Office office) {
        var world = GuidanceWorld.of(office, NUMBER);
        var running = world.begun(2, "2024", "2");
        var given = world.open(world.checkup(2, "2025-05-20", "2", "92.3", "78.4"));
        var nurse = world.visitor("nurse");
        var place = "/guidance/courses/" + given;
        nurse.get(place);
        nurse.post(place + "/provider", "provider", account(office, "provider"));
        world.take(given, on(Trigger.ISSUE_TICKET, "2025-06-01"));
        var outside = world.visitor("provider");
        outside.get(place);

        assertThat(post(world, outside, given, "APPLY", "2025-06-10").path()).contains("guidance.recorded");
        var member = world.member(2).value();
        assertThat(world.as(() -> office.bean(Tasks.class).of(member)))
                .filteredOn(
                        task -> task.kind() == TaskKind.COURSE && task.state().equals("OPEN"))
                .extracting(task -> task.subject().replaceFirst(":.*", ""))
                .contains(Long.toString(running), Long.toString(given));
        var refused = post(world, outside, given, "FIRST_INTERVIEW", "2025-06-20");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body()).contains("ほかの特定保健指導の実施中");
        assertThat(outside.get("/guidance/courses/" + running).status()).isEqualTo(404);
    }

    private static Visitor.Answer post(GuidanceWorld world, Visitor visitor, long course, String what, String on) {
        return visitor.post(
                "/guidance/courses/" + course,
                "what",
                what,
                "version",
                Integer.toString(world.course(course).version()),
                "corrects",
                "0",
                "formKey",
                UUID.randomUUID().toString(),
                "on",
                on,
                "by",
                "委託 一郎",
                "form",
                "INDIVIDUAL",
                "minutes",
                "30");
    }

    @Test
    void the_list_counts_the_courses_of_each_holder(Office office) {
        var world = GuidanceWorld.of(office, "99600061");
        world.open(world.checkup(3, "2025-05-20", "2", "92.3", "78.4"));
        world.begun(4, "2025", "1");
        var finished = world.begun(5, "2025", "2");
        world.take(finished, evaluation("2025-09-20", "90.0", "76.0"));
        world.take(world.open(world.checkup(6, "2025-05-20", "2", "92.3", "78.4")), on(Trigger.DECLINE, "2025-06-01"));

        var counted = new HolderLines(GuidanceWorld.TODAY);
        world.as(() -> {
            office.bean(Guidance.class).courses(world.insurer().id(), new FiscalYear(2025), counted::add);
            return "";
        });

        assertThat(counted.lines()).containsExactly(new HolderLines.Line(Holder.OWN, 1, 1, 1, 1, 2));
        assertThat(world.visitor("nurse").get("/guidance/courses?year=2025").body())
                .contains("実施する機関ごとの件数")
                .contains("4件")
                .contains("次の期限");
    }
}
