package org.tsunagu.app.worklists.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.worklists.ManyTasks;
import org.tsunagu.app.worklists.TaskLists;
import org.tsunagu.app.worklists.TaskQuery;
import org.tsunagu.app.worklists.web.TaskActionController.Confirm;

/// What is done with all that a filter finds.
@ExtendWith(Office.Extension.class)
class TaskActionTest {

    private static View act(Office office, Insurer insurer, String action, Map<String, String> fields) {
        return office.as(
                insurer,
                Role.NURSE,
                () -> office.bean(TaskActionController.class).act(List.of(), action, new TreeMap<>(fields)));
    }

    private static int open(Office office, Insurer insurer) {
        return office.as(insurer, Role.NURSE, () -> {
            var lists = office.bean(TaskLists.class);
            return lists.count(lists.filter(TaskQuery.ALL));
        });
    }

    @Test
    void more_than_a_hundred_are_asked_about_with_their_number_and_noted_once(Office office) {
        var insurer = office.insurer("99000703");
        ManyTasks.of(office, insurer, 150);
        var fields = Map.of("scope", "all", "kind", "VISIT", "reason", "転出");

        var asked = (Page) act(office, insurer, "exclude", fields);
        var confirm = (Confirm) asked.content();
        assertThat(asked.template()).isEqualTo("worklists/confirm");
        assertThat(confirm.count()).isEqualTo(120);
        assertThat(confirm.fields()).containsEntry("reason", "転出");
        assertThat(open(office, insurer)).isEqualTo(150);

        var other = new TreeMap<>(fields);
        other.put("confirmed", "119");
        assertThat(((Confirm) ((Page) act(office, insurer, "exclude", other)).content()).isChanged())
                .isTrue();
        assertThat(open(office, insurer)).isEqualTo(150);

        other.put("confirmed", "120");
        assertThat(act(office, insurer, "exclude", other)).isInstanceOf(RedirectView.class);
        assertThat(open(office, insurer)).isEqualTo(30);
        var entries = office.as(
                insurer,
                Role.AUDITOR,
                () -> office.bean(Audit.class).latest(0, java.util.Optional.empty(), Long.MAX_VALUE, 50));
        assertThat(entries)
                .filteredOn(entry -> entry.kind().equals("CHANGE"))
                .extracting(Audit.Shown::detail)
                .containsExactly("exclude, 120 tasks, kind=VISIT");
    }

    @Test
    void nothing_is_done_without_a_reason_without_a_selection_or_to_a_day_that_is_past(Office office) {
        var insurer = office.insurer("99000711");
        ManyTasks.of(office, insurer, 5);

        for (var wrong : List.of(
                Map.entry("exclude", Map.of("scope", "all")),
                Map.entry("done", Map.<String, String>of()),
                Map.entry("postpone", Map.of("scope", "all", "day", "2020-01-01")),
                Map.entry("postpone", Map.of("scope", "all", "day", "あした")))) {
            assertThat(((Page) act(office, insurer, wrong.getKey(), wrong.getValue()))
                            .status()
                            .value())
                    .isEqualTo(422);
        }
        assertThat(open(office, insurer)).isEqualTo(5);
    }
}
