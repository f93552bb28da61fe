package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.rules.guidance.Trigger;

/// Who is being guided now, so that no list asks for them again (利用中の人).
@ExtendWith(Office.Extension.class)
class UnderWayTest {

    @Test
    void a_course_is_under_way_from_its_first_interview_until_it_is_declined(Office office) {
        var world = GuidanceWorld.of(office, "99600611");
        interviewed(world, 1);
        world.take(interviewed(world, 2), GuidanceWorld.on(Trigger.DECLINE, ago(10)));
        world.open(world.checkup(3, ago(60), "1", "92.3", "78.4"));

        var running = office.bean(TenantTransactions.class)
                .in(
                        world.insurer().id(),
                        () -> office.bean(Guidance.class)
                                .running(List.of(
                                        world.member(1).value(),
                                        world.member(2).value(),
                                        world.member(3).value())));

        assertThat(running).isEqualTo(Set.of(world.member(1).value()));
    }

    private static long interviewed(GuidanceWorld world, int member) {
        var course = world.open(world.checkup(member, ago(60), "1", "92.3", "78.4"));
        world.take(
                course,
                GuidanceWorld.on(Trigger.ISSUE_TICKET, ago(40)),
                GuidanceWorld.on(Trigger.APPLY, ago(30)),
                GuidanceWorld.interview(ago(20), "BODY2", "DIET_SNACK"));
        return course;
    }

    private static String ago(int days) {
        return GuidanceWorld.TODAY.minusDays(days).toString();
    }
}
