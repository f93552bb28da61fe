package org.tsunagu.app.worklists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.worklists.TaskChanges.Seen;
import org.tsunagu.app.worklists.TaskChanges.Wanted;

/// Lists as people filter, sort and work on them.
@ExtendWith(Office.Extension.class)
class TaskListsTest {

    private static final int MEMBERS = 420;

    private static Insurer filled(Office office, String number) {
        var insurer = office.insurer(number);
        if (office.as(insurer, Role.NURSE, () -> office.bean(Tasks.class).byKind())
                .isEmpty()) {
            ManyTasks.of(office, insurer, MEMBERS);
        }
        return insurer;
    }

    private static int count(Office office, Insurer insurer, String address) {
        return office.as(insurer, Role.NURSE, () -> {
            var lists = office.bean(TaskLists.class);
            return lists.count(lists.filter(TaskQuery.read(address)));
        });
    }

    private static List<Task> list(Office office, Insurer insurer, String address, int from) {
        return office.as(insurer, Role.NURSE, () -> {
            var lists = office.bean(TaskLists.class);
            return lists.list(lists.filter(TaskQuery.read(address)), from, 50);
        });
    }

    @Test
    void every_filter_counts_what_the_database_has(Office office) {
        var insurer = filled(office, "99000309");
        var today = LocalDate.now(java.time.ZoneId.of("Asia/Tokyo"));
        var conditions = Map.ofEntries(
                Map.entry("kind=VISIT_NOW", "t.kind = 'VISIT_NOW'"),
                Map.entry("whose=nobody", "t.owner is null"),
                Map.entry("due=overdue", "t.due < current_date"),
                Map.entry("due=week", "t.due <= current_date + 7"),
                Map.entry("since=2025-12-01", "t.since >= '2025-12-01'"),
                Map.entry("urgency=high", "t.urgency >= 1000"),
                Map.entry("certainty=marked", "t.certainty = 'unconfirmed'"),
                Map.entry("year=2025", "t.since between '2025-04-01' and '2026-03-31'"),
                Map.entry("sex=2", "m.sex = '2'"),
                Map.entry("office=E007", "m.employer = 'E007'"),
                Map.entry("agefrom=40&ageto=64", "extract(year from age(current_date, m.birth)) between 40 and 64"),
                Map.entry("kind=VISIT&sex=1&urgency=high", "t.kind = 'VISIT' and m.sex = '1' and t.urgency >= 1000"));
        conditions.forEach((address, condition) -> {
            var expected = office.everything()
                    .queryForObject(
                            "select count(*) from worklists.task t join membership.member m on m.id = t.member_id"
                                    + " where t.insurer_id = ? and t.state = 'OPEN' and "
                                    + condition.replace("current_date", "date '" + today + "'"),
                            Integer.class,
                            insurer.id().value());
            assertThat(count(office, insurer, address))
                    .as(address)
                    .isEqualTo(expected)
                    .isBetween(1, MEMBERS);
        });
    }

    @Test
    void pages_of_every_order_hold_every_task_once(Office office) {
        var insurer = filled(office, "99000309");
        for (var order : List.of("", "sort=kind", "sort=name", "sort=since&order=desc", "sort=owner", "sort=urgency")) {
            var seen = new java.util.HashSet<Long>();
            for (var from = 0; from < MEMBERS; from += 50) {
                list(office, insurer, order, from).forEach(task -> seen.add(task.id()));
            }
            assertThat(seen).as(order).hasSize(count(office, insurer, order));
        }
        assertThat(list(office, insurer, "sort=since&order=desc", 0))
                .extracting(Task::since)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void the_second_of_two_who_edit_one_task_sees_what_the_first_has_done(Office office) {
        var insurer = filled(office, "99000317");
        var changes = office.bean(TaskChanges.class);
        var task = list(office, insurer, "", 0).getFirst();
        var seen = List.of(new Seen(task.id(), task.version()));
        var day = LocalDate.parse("2027-02-01");

        var first = office.as(insurer, Role.NURSE, () -> changes.change(seen, Wanted.due(day)));
        var second = office.as(insurer, Role.CLERK, () -> changes.change(seen, Wanted.closed(true, "")));

        assertThat(first.changed()).isEqualTo(1);
        assertThat(second.changed()).isZero();
        var conflict = second.conflicts().getFirst();
        assertThat(conflict.task().state()).isEqualTo("OPEN");
        assertThat(conflict.changes()).singleElement().satisfies(change -> {
            assertThat(change.dueBefore()).isEqualTo(task.due());
            assertThat(change.due()).isEqualTo(day);
            assertThat(change.by()).isEqualTo("試験 一子");
        });
    }

    @Test
    void all_that_match_are_changed_and_nothing_else_and_the_history_says_what_was_before(Office office) {
        var insurer = filled(office, "99000325");
        var other = filled(office, "99000309");
        var matching = count(office, insurer, "kind=VISIT_NOW&sex=1");
        var rest = count(office, insurer, "");
        var before = count(office, other, "");

        var changed = office.as(insurer, Role.NURSE, () -> {
            var filter = office.bean(TaskLists.class).filter(TaskQuery.read("kind=VISIT_NOW&sex=1"));
            return office.bean(TaskChanges.class)
                    .changeAll(filter, Wanted.closed(false, "転居"))
                    .changed();
        });

        assertThat(changed).isEqualTo(matching).isPositive();
        assertThat(count(office, insurer, "")).isEqualTo(rest - matching);
        assertThat(count(office, insurer, "state=EXCLUDED")).isEqualTo(matching);
        assertThat(count(office, other, "")).isEqualTo(before);
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from worklists.change where insurer_id = ? and state_before = 'OPEN'"
                                        + " and state = 'EXCLUDED'",
                                Integer.class,
                                insurer.id().value()))
                .isEqualTo(matching);
    }

    @Test
    void what_came_and_what_went_since_a_day_is_counted(Office office) {
        var insurer = filled(office, "99000333");
        var id = insurer.id().value();
        office.everything()
                .update(
                        "update worklists.task set opened_at = now() - interval '9 days', updated_at = opened_at"
                                + " where insurer_id = ? and kind = 'VISIT'",
                        id);
        var yesterday = LocalDate.now(java.time.ZoneId.of("Asia/Tokyo")).minusDays(1);
        var fresh = count(office, insurer, "fresh=" + yesterday);
        var closed = count(office, insurer, "closed=" + yesterday);
        assertThat(fresh).isEqualTo(count(office, insurer, "kind=VISIT_NOW")).isPositive();

        office.as(insurer, Role.NURSE, () -> {
            var filter = office.bean(TaskLists.class).filter(TaskQuery.read("kind=VISIT&urgency=high"));
            return office.bean(TaskChanges.class)
                    .changeAll(filter, Wanted.closed(true, ""))
                    .changed();
        });

        assertThat(closed).isZero();
        assertThat(count(office, insurer, "closed=" + yesterday))
                .isEqualTo(count(office, insurer, "state=DONE"))
                .isPositive();
    }

    @Test
    void the_last_visit_is_the_one_on_an_earlier_day(Office office) {
        var insurer = office.insurer("99000333");
        var lists = office.bean(TaskLists.class);
        office.as(insurer, Role.NURSE, () -> {
            lists.visited();
            lists.visited();
            return "";
        });
        assertThat(office.as(insurer, Role.NURSE, lists::lastVisit)).isEmpty();

        office.everything()
                .update(
                        "update worklists.visit set seen_on = seen_on - 3, seen_at = seen_at - interval '3 days'"
                                + " where insurer_id = ?",
                        insurer.id().value());
        var before = office.as(insurer, Role.NURSE, lists::lastVisit);
        office.as(insurer, Role.NURSE, () -> {
            lists.visited();
            return "";
        });
        assertThat(before).isPresent();
        assertThat(office.as(insurer, Role.NURSE, lists::lastVisit)).isEqualTo(before);
    }

    @Test
    void a_filter_under_a_name_comes_back_as_it_was_and_others_see_only_the_shared_ones(Office office) {
        var insurer = office.insurer("99000309");
        var filters = office.bean(SavedFilters.class);
        var query = TaskQuery.of(Map.of("kind", "VISIT", "since", "R7.12.1", "office", "E 7&x", "page", "3"));
        office.as(insurer, Role.NURSE, () -> {
            filters.save("東地区", false, query);
            filters.save("みんなの", true, query);
            return "";
        });
        office.everything()
                .update(
                        "update worklists.saved_filter set staff_id = 2 where insurer_id = ? and is_shared",
                        insurer.id().value());

        var mine = office.as(insurer, Role.NURSE, filters::all);
        assertThat(mine).extracting(SavedFilters.Saved::name).containsExactlyInAnyOrder("東地区", "みんなの");
        assertThat(mine.getFirst().query().parameters()).isEqualTo("kind=VISIT&office=E+7%26x&since=2025-12-01");
        var shared = mine.stream().filter(one -> !one.isOwn()).findFirst().orElseThrow();
        assertThat(office.as(insurer, Role.NURSE, () -> filters.delete(shared.id())))
                .isFalse();

        office.everything().update("update worklists.saved_filter set staff_id = 3 where name = '東地区'");
        assertThat(office.as(insurer, Role.NURSE, filters::all))
                .extracting(SavedFilters.Saved::name)
                .containsExactly("みんなの");
    }

    @Test
    void what_cannot_be_read_is_named_and_not_used() {
        var typed = Map.of("since", "令和9年2月30日", "sex", "3", "kind", "VISIT", "name", "見本 花子");

        assertThat(TaskQuery.unreadable(typed)).containsExactlyInAnyOrder("since", "sex");
        assertThat(TaskQuery.of(typed).parameters()).isEqualTo("kind=VISIT");
    }
}
