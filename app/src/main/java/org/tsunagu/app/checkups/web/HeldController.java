package org.tsunagu.app.checkups.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Standing;
import org.tsunagu.app.checkups.Standings;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// Results of treatment that do not count as checkups yet, and what is missing (診療情報の活用).
@Controller
public class HeldController {

    private static final int SHOWN = 200;

    private final Standings standings;
    private final Audit audit;

    HeldController(Standings standings, Audit audit) {
        this.standings = standings;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    public record Content(List<Standing> results, int total) {}

    @GetMapping("/checkups/held")
    View held() {
        var shown = standings.held(SHOWN);
        audit.note(shown.stream()
                .map(Standing::memberId)
                .distinct()
                .map(member -> Look.listed(member, "checkup", "/checkups/held"))
                .toList());
        return Page.of("checkups/held", new Content(shown, standings.heldCount()));
    }

    @PostMapping("/checkups/{id:[0-9]+}/origin")
    View origin(@PathVariable long id, @RequestParam String origin) {
        var member = standings.say(id, Origin.ofFile(origin).orElseThrow(NotFound::new));
        if (member == 0) {
            throw new NotFound();
        }
        return new RedirectView("/members/%d?notice=checkups.origin.saved".formatted(member));
    }
}
