package org.tsunagu.app.membership.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.OwnColumn;
import org.tsunagu.app.membership.RegisterColumns;
import org.tsunagu.app.membership.RegisterColumns.Choice;
import org.tsunagu.app.membership.RegisterColumns.Chosen;
import org.tsunagu.app.membership.RegisterFile;
import org.tsunagu.app.membership.Registers;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// What the headings of the insurer's registers mean (台帳の見出しの対応) is chosen here, with a received file before the eyes.
@Controller
public class ColumnController {

    private static final String HEADING = "heading.";
    private static final String AFTER = "after.";

    private final Registers registers;
    private final RegisterColumns columns;
    private final Audit audit;

    ColumnController(Registers registers, RegisterColumns columns, Audit audit) {
        this.registers = registers;
        this.columns = columns;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of what is wrong with the choice; empty for nothing
    public record Content(
            RegisterFile file, List<String> headings, List<Choice> choices, List<OwnColumn> own, String problem) {}

    @GetMapping("/members/register/{id:[0-9]+}/columns")
    View show(@PathVariable long id) {
        var file = registers.find(id).orElseThrow(NotFound::new);
        var headings = columns.headings(file);
        return Page.of(
                "membership/columns", new Content(file, headings, columns.choices(headings), columns.ofCurrent(), ""));
    }

    @PostMapping("/members/register/{id:[0-9]+}/columns")
    View set(@PathVariable long id, @RequestParam Map<String, String> fields) {
        var file = registers.find(id).orElseThrow(NotFound::new);
        var headings = columns.headings(file);
        var chosen = new HashMap<String, Chosen>();
        fields.forEach((name, value) -> {
            if (name.startsWith(HEADING)) {
                var field = name.substring(HEADING.length());
                chosen.put(field, new Chosen(value, fields.containsKey(AFTER + field)));
            }
        });
        var problem = columns.set(headings, chosen);
        if (!problem.isEmpty()) {
            var typed = columns.choices(headings).stream()
                    .map(choice -> {
                        var now = chosen.getOrDefault(choice.field(), new Chosen("", false));
                        return new Choice(
                                choice.field(), now.heading(), choice.isNeeded(), choice.isDay(), now.isDayAfter());
                    })
                    .toList();
            return Page.refused("membership/columns", new Content(file, headings, typed, columns.ofCurrent(), problem));
        }
        audit.note(Look.changed(0, "register", "/members/register", "headings of file %d".formatted(id)));
        var isRead = registers.again(id, Actors.current().name());
        return new RedirectView("/members/register/" + id + "?notice="
                + (isRead ? "membership.columns.again" : "membership.columns.kept"));
    }
}
