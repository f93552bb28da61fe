package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;

/// Whoever guides sees the diary on the page of the course, and only while it is shared.
@ExtendWith(Office.Extension.class)
class SharedDiaryOfCourseTest {

    @Test
    void the_page_of_the_course_shows_a_diary_that_is_shared(Office office) {
        var world = GuidanceWorld.of(office, "99800054");
        var course = world.open(world.checkup(3, "2025-05-20", "2", "92.3", "78.4"));
        var member = world.member(3).value();
        var insurer = world.insurer().id().value();
        office.everything()
                .update(
                        "insert into portal.diary (insurer_id, member_id, day, kind, value, proxy, at)"
                                + " values (?, ?, date '2025-06-01', 'weight', 77.9, '', now())",
                        insurer,
                        member);
        var nurse = world.visitor("nurse");
        assertThat(nurse.get("/guidance/courses/" + course).body()).doesNotContain("77.9");

        consent(office, insurer, member, "GIVE");
        assertThat(nurse.get("/guidance/courses/" + course).body()).contains("本人の記録").contains("体重 77.9 kg");

        consent(office, insurer, member, "WITHDRAW");
        assertThat(nurse.get("/guidance/courses/" + course).body()).doesNotContain("77.9");
    }

    private static void consent(Office office, int insurer, long member, String act) {
        var now = OffsetDateTime.now(ZoneId.of("Asia/Tokyo"));
        office.everything()
                .update(
                        "insert into consent.event (insurer_id, member_id, act, purpose, recipient, recipient_name,"
                                + " recipient_number, data_classes, day, valid_from, asked, proxy, proxy_relation,"
                                + " evidence, wording, language, note, staff_id, staff_name, form_key, at) values (?, ?,"
                                + " ?, 'GUIDANCE', '', '', '', '{DIARY}', ?, ?, 'ONLINE', '', '', '', '', 'ja', '', 0,"
                                + " 'person', gen_random_uuid(), ?)",
                        insurer,
                        member,
                        act,
                        java.sql.Date.valueOf(now.toLocalDate()),
                        now,
                        now);
    }
}
