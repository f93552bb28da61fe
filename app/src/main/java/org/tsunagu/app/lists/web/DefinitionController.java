package org.tsunagu.app.lists.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.lists.Builds;
import org.tsunagu.app.lists.Definition;
import org.tsunagu.app.lists.Definitions;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.list.PeopleList;

/// How a list is defined (抽出リストの定義), as shipped and as the insurer has changed it, and the changing.
@Controller
public class DefinitionController {

    private final Definitions definitions;
    private final Builds builds;

    DefinitionController(Definitions definitions, Builds builds) {
        this.definitions = definitions;
        this.builds = builds;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param shipped the list by the shipped tables
    /// @param copies the latest first
    /// @param typed what was typed, by table and row, when it was refused
    public record Content(
            PeopleList shipped, List<Definition> copies, Map<String, String> typed, String month, String problem) {

        /// The rows whose value may be changed, those of the steps first.
        public List<Row> rows() {
            return Definitions.changeable(shipped);
        }

        /// The value of a row in the latest copy, or as shipped.
        public String value(Row row) {
            return Optional.ofNullable(typed.get(key(row)))
                    .orElseGet(() -> copies.stream()
                            .findFirst()
                            .flatMap(copy -> copy.changes().stream()
                                    .filter(change -> change.table().equals(row.table())
                                            && change.row().equals(row.key()))
                                    .map(Correction::value)
                                    .findFirst())
                            .orElse(row.text("value")));
        }

        /// The name of a field.
        public String key(Row row) {
            return row.table() + ":" + row.key();
        }
    }

    @GetMapping("/lists/{list:[A-Z0-9-]+}/definition")
    View definition(@PathVariable String list) {
        return page(list, Map.of(), "", "");
    }

    private Page page(String list, Map<String, String> typed, String typedMonth, String problem) {
        var month = builds.months().getFirst();
        var shipped = Definitions.list(list, month, Optional.empty()).orElseThrow(NotFound::new);
        var content = new Content(
                shipped, definitions.of(list), typed, typedMonth.isEmpty() ? month.toString() : typedMonth, problem);
        return problem.isEmpty() ? Page.of("lists/definition", content) : Page.refused("lists/definition", content);
    }

    /// Keeps a copy with other values.
    @PostMapping("/lists/{list:[A-Z0-9-]+}/definition")
    Object keep(@PathVariable String list, @RequestParam Map<String, String> fields) {
        var month = Selected.month(fields);
        var values = new LinkedHashMap<>(fields);
        if (month.isEmpty()) {
            return page(list, values, fields.getOrDefault("month", ""), "lists.problem.month");
        }
        var kept = definitions.keep(list, month.get(), values, fields.getOrDefault("note", ""));
        return kept.problem().isEmpty()
                ? "redirect:/lists/%s/definition?notice=lists.kept".formatted(list)
                : page(list, values, month.get().toString(), kept.problem());
    }
}
