package org.tsunagu.app.guidance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;

/// What stands in an invitation to guidance, before anybody is invited.
@ExtendWith(Office.Extension.class)
class InvitationWordingsTest {

    private static Visitor.Answer word(Visitor visitor, String body) {
        return visitor.post("/guidance/invitations/wordings", "year", "2025", "title", "特定保健指導のご案内", "body", body);
    }

    @Test
    void the_text_to_begin_with_can_be_saved_as_it_stands(Office office) {
        var world = GuidanceWorld.of(office, "99600086");
        var nurse = world.visitor("nurse");

        assertThat(nurse.get("/guidance/invitations?year=2025").body())
                .contains("{name} 様は")
                .contains("{deadline}までに")
                .contains("窓口でのご負担：{charge}");

        word(nurse, InvitationWordings.first());
        assertThat(world.as(() -> office.bean(InvitationWordings.class).all())
                        .getFirst()
                        .body())
                .contains("{until}")
                .doesNotContain("- 様");
    }

    @Test
    void only_what_can_be_filled_in_may_stand_between_braces(Office office) {
        var world = GuidanceWorld.of(office, "99600087");

        assertThat(word(world.visitor("nurse"), "{salary}").body()).contains("決まった差し込みの名前だけ");
    }
}
