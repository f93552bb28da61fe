package org.tsunagu.app.intake.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.intake.RepairProposal;
import org.tsunagu.app.intake.RepairSheet;
import org.tsunagu.app.intake.Repairs;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.codes.item.Items;

/// A document that was not taken is put right here: change a field, see what becomes of it, take it in (修正).
@Controller
public class RepairController {

    private static final String FIELD = "f.";
    private static final int LONGEST = 256;

    private final Repairs repairs;
    private final Audit audit;

    RepairController(Repairs repairs, Audit audit) {
        this.repairs = repairs;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param typed by field, when something was typed
    /// @param proposal what would come of it
    /// @param problem key of a sentence; empty for none
    public record Content(
            RepairSheet sheet,
            Map<String, String> typed,
            String note,
            Optional<RepairProposal> proposal,
            String problem) {

        /// What stands in an input.
        public String text(RepairSheet.Field field) {
            return typed.getOrDefault(field.key(), field.text());
        }

        /// The name of an item.
        public String itemName(String code, boolean isJapanese) {
            return Items.shipped()
                    .find(code)
                    .map(item -> isJapanese ? item.nameJa() : item.nameEn())
                    .orElse(code);
        }
    }

    @GetMapping("/intake/documents/{id:[0-9]+}")
    View one(@PathVariable long id) {
        var sheet = repairs.sheet(id).orElseThrow(NotFound::new);
        audit.note(new Look(Look.Kind.VIEW, "document", 0, "intake", Look.OWN_WORK, "/intake", "document " + id));
        return Page.of("intake/repair", new Content(sheet, Map.of(), "", Optional.empty(), ""));
    }

    @PostMapping("/intake/documents/{id:[0-9]+}")
    View change(@PathVariable long id, @RequestParam int version, @RequestParam Map<String, String> fields) {
        var sheet = repairs.sheet(id).orElseThrow(NotFound::new);
        var note = fields.getOrDefault("note", "").strip();
        var typed = typed(sheet, fields);
        if (typed.values().stream().anyMatch(text -> text.length() > LONGEST)) {
            return refused(sheet, typed, note, "intake.repair.problem.long");
        }
        if (fields.containsKey("take") && !note.isEmpty()) {
            return switch (repairs.apply(id, version, typed, note)) {
                case TAKEN ->
                    new RedirectView("/intake/%d?notice=intake.repair.taken"
                            .formatted(sheet.document().deliveryId()));
                case STILL_REFUSED ->
                    new RedirectView("/intake/documents/%d?notice=intake.repair.still_refused".formatted(id));
                case CHANGED_MEANWHILE -> refused(sheet, typed, note, "intake.repair.problem.changed");
            };
        }
        var proposal = repairs.propose(id, typed);
        if (proposal.isEmpty()) {
            return refused(sheet, typed, note, "intake.repair.problem.changed");
        }
        if (proposal.get().changes().isEmpty()) {
            return refused(sheet, typed, note, "intake.repair.problem.nothing");
        }
        var content = new Content(
                sheet, typed, note, proposal, fields.containsKey("take") ? "intake.repair.problem.note" : "");
        return content.problem().isEmpty() ? Page.of("intake/repair", content) : Page.refused("intake/repair", content);
    }

    private static View refused(RepairSheet sheet, Map<String, String> typed, String note, String problem) {
        return Page.refused("intake/repair", new Content(sheet, typed, note, Optional.empty(), problem));
    }

    private static String clean(String text) {
        return text.replaceAll("\\p{Cntrl}", "");
    }

    /// Only fields of the sheet count, whatever else is sent.
    private static Map<String, String> typed(RepairSheet sheet, Map<String, String> fields) {
        var typed = new LinkedHashMap<String, String>();
        for (var field : sheet.fields()) {
            var text = fields.get(FIELD + field.key());
            // What nobody touched stays to the letter, also what an input cannot hold: line breaks.
            if (text != null && !clean(text).equals(clean(field.text()))) {
                typed.put(field.key(), clean(text));
            }
        }
        return typed;
    }
}
