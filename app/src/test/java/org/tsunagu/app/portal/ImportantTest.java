package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.app.portal.Important.Facts;
import org.tsunagu.app.portal.Important.Point;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.ItemValue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.Judging;

/// What stands first on the first page of a member.
class ImportantTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 15);
    private static final Optional<LocalDate> NONE = Optional.empty();

    @Test
    void a_doctor_comes_before_everything_and_there_are_never_more_than_three() {
        var facts = new Facts(judged("190"), Optional.of(DAY), Optional.of(DAY), Optional.of(DAY), 2);

        assertThat(Important.of(facts))
                .extracting(Point::key)
                .containsExactly("portal.point.refer_now", "portal.point.meeting", "portal.point.ticket.GUIDANCE");
    }

    @Test
    void what_is_not_urgent_comes_after_what_has_a_day() {
        var facts = new Facts(judged("110"), NONE, Optional.of(DAY), NONE, 1);

        assertThat(Important.of(facts))
                .extracting(Point::key)
                .containsExactly("portal.point.ticket.CHECKUP", "portal.point.messages", "portal.point.continue");
        assertThat(Important.of(facts).getFirst().day()).contains(DAY);
    }

    @Test
    void nothing_to_say_is_nothing() {
        assertThat(Important.of(new Facts(Optional.empty(), NONE, NONE, NONE, 0)))
                .isEmpty();
    }

    private static Optional<Judgement> judged(String pressure) {
        var items = Items.shipped();
        var values = CheckupValues.over(items);
        for (var value :
                Map.of("9A751000000000001", pressure, "9A761000000000001", "70").entrySet()) {
            values.put(items.find(value.getKey()).orElseThrow(), ItemValue.number(value.getValue()));
        }
        var examinee = new Examinee(Sex.MALE, LocalDate.of(1970, 4, 1), LocalDate.of(2025, 6, 2));
        return Optional.of(Judging.shipped().judge(examinee, values.build()));
    }
}
