package org.tsunagu.app.planning.web;

import java.util.List;
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
import org.tsunagu.app.planning.document.Part;
import org.tsunagu.app.planning.document.Parts;
import org.tsunagu.app.planning.document.Section;
import org.tsunagu.app.planning.document.Sections;
import org.tsunagu.app.planning.document.Strata;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.time.PlanPeriod;

/// What the insurer writes into its plan (保険者の記載): the text of a section, the growth of a stratum.
@Controller
public class PartController {

    private static final int LONGEST = 20_000;
    private static final String PLACE = "/plan/document";

    private final Sections sections;
    private final Strata strata;
    private final Parts parts;
    private final Audit audit;

    PartController(Sections sections, Strata strata, Parts parts, Audit audit) {
        this.sections = sections;
        this.strata = strata;
        this.parts = parts;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param section of which the text is written; empty for a growth
    /// @param growth that is written; empty for a section
    /// @param history all versions, the one that counts first
    /// @param form what stands in the field, and what is wrong with it
    public record Content(
            PlanPeriod period,
            String part,
            Optional<Section> section,
            Optional<Strata.Growing> growth,
            List<Part> history,
            Typed form) {

        /// The version on the page; 0 for none.
        public int seen() {
            return latest().map(Part::version).orElse(0);
        }

        /// Whether somebody else was first.
        public boolean isLate() {
            return form.problems().containsValue("planning.part.problem.changed");
        }

        /// What counts.
        public Optional<Part> latest() {
            return history.stream().findFirst();
        }
    }

    @GetMapping("/plan/document/{number:[0-9]}/{part:[A-Z0-9-]{1,40}}")
    View part(@PathVariable int number, @PathVariable String part) {
        return Page.of("planning/part", content(Periods.of(number), part, Optional.empty()));
    }

    private Content content(PlanPeriod period, String part, Optional<Typed> typed) {
        var section = sections.find(period, part);
        var growth = sections.of(period).isEmpty()
                ? Optional.<Strata.Growing>empty()
                : strata.of(period).stream()
                        .filter(one -> one.key().equals(part))
                        .findFirst();
        if (section.isEmpty() && growth.isEmpty()) {
            throw new NotFound();
        }
        var history = parts.history(period, part);
        var standing = section.map(Section::standing)
                .orElseGet(() -> growth.map(Strata.Growing::shownText).orElse(""));
        var text = history.stream().findFirst().map(Part::text).orElse(standing);
        return new Content(
                period, part, section, growth, history, typed.orElseGet(() -> Typed.fresh(Map.of("text", text))));
    }

    @PostMapping("/plan/document/{number:[0-9]}/{part:[A-Z0-9-]{1,40}}")
    View write(@PathVariable int number, @PathVariable String part, @RequestParam Map<String, String> fields) {
        var period = Periods.of(number);
        var form = Typed.of(List.of("text", "seen"), fields);
        var text = form.of("text").replace("\r\n", "\n");
        var before = content(period, part, Optional.of(form));
        form.require(text.length() <= LONGEST, "text", "planning.part.problem.long");
        form.require(before.growth().isEmpty() || Strata.isGrowth(text), "text", "planning.part.problem.growth");
        form.require(
                form.isRefused() || parts.set(period, part, seen(form), text), "text", "planning.part.problem.changed");
        if (form.isRefused()) {
            return Page.refused("planning/part", content(period, part, Optional.of(form)));
        }
        audit.note(
                Look.changed(0, "plan", PLACE, "period %d part %s version %d".formatted(number, part, seen(form) + 1)));
        return new RedirectView(PLACE + "/%d?notice=planning.part.saved".formatted(number));
    }

    /// The version that was on the page; 0 for none.
    static int seen(Typed form) {
        var seen = form.of("seen");
        return seen.matches("[0-9]{1,6}") ? Integer.parseInt(seen) : 0;
    }
}
