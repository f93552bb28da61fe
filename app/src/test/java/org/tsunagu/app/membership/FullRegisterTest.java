package org.tsunagu.app.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.membership.RegisterWorld.HEAD;
import static org.tsunagu.app.membership.RegisterWorld.coverage;
import static org.tsunagu.app.membership.RegisterWorld.find;
import static org.tsunagu.app.membership.RegisterWorld.last;
import static org.tsunagu.app.membership.RegisterWorld.person;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;

/// Who is not in a full register has left, unless there is a doubt.
@ExtendWith(Office.Extension.class)
class FullRegisterTest {

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
}
