package org.tsunagu.app.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Assignments;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;

/// Which members outside providers look after (委託先に任せる方).
@Controller
public class AssignmentController {

    private static final int MOST = 10_000;

    private final Assignments assignments;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    AssignmentController(Assignments assignments, Members members, Audit audit, Clock clock) {
        this.assignments = assignments;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param done how many members have just been assigned
    /// @param unknown register numbers that were not found
    /// @param problem key of the sentence; empty for none
    public record Content(
            List<Assignments.Provider> providers,
            Map<String, String> fields,
            OptionalInt done,
            List<String> unknown,
            String problem) {}

    @GetMapping("/assignments")
    View page() {
        return Page.of(
                "desk/assignments", new Content(assignments.providers(), Map.of(), OptionalInt.empty(), List.of(), ""));
    }

    @PostMapping("/assignments")
    View assign(@RequestParam long provider, @RequestParam String keys, @RequestParam String until) {
        requireProvider(provider);
        var fields = Map.of("provider", Long.toString(provider), "keys", keys, "until", until);
        var asked = keys.lines()
                .map(String::strip)
                .filter(key -> !key.isEmpty())
                .distinct()
                .toList();
        var day = TypedDate.read(until).filter(last -> !last.isBefore(LocalDate.now(clock)));
        if (day.isEmpty()) {
            return refused(fields, "desk.assignments.problem.until");
        }
        if (asked.isEmpty() || asked.size() > MOST) {
            return refused(fields, "desk.assignments.problem.keys");
        }
        var found = members.byRegisterKeys(asked);
        var ids = found.values().stream().map(id -> id.value()).toList();
        audit.note(ids.stream()
                .map(id -> new Look(
                        Look.Kind.EXPORT,
                        "register",
                        id,
                        "HANDOVER",
                        Look.OWN_WORK,
                        "/assignments",
                        "staff %d until %s".formatted(provider, day.get())))
                .toList());
        assignments.assign(provider, ids, day.get());
        var unknown = asked.stream().filter(key -> !found.containsKey(key)).toList();
        return Page.of(
                "desk/assignments",
                new Content(assignments.providers(), Map.of(), OptionalInt.of(ids.size()), unknown, ""));
    }

    private View refused(Map<String, String> fields, String problem) {
        return Page.refused(
                "desk/assignments",
                new Content(assignments.providers(), fields, OptionalInt.empty(), List.of(), problem));
    }

    private void requireProvider(long id) {
        if (assignments.providers().stream().noneMatch(one -> one.id() == id)) {
            throw new NotFound();
        }
    }

    @PostMapping("/assignments/end")
    View end(@RequestParam long provider) {
        requireProvider(provider);
        var ended = assignments.end(provider);
        audit.note(
                Look.changed(
                        0, "register", "/assignments/end", "staff %d, %d members".formatted(provider, ended.size())),
                ended);
        return new RedirectView("/assignments?notice=desk.assignments.ended");
    }
}
