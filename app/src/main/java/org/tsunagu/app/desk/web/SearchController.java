package org.tsunagu.app.desk.web;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Page;

/// The search (さがす): by POST, so that no name stands in an address.
@Controller
public class SearchController {

    private static final int MOST = 50;

    private final Members members;
    private final Audit audit;

    SearchController(Members members, Audit audit) {
        this.members = members;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param isMore whether there are more than are shown
    public record Content(String words, List<Member> found, boolean isMore) {}

    @GetMapping("/search")
    View empty() {
        return Page.of("desk/search", new Content("", List.of(), false));
    }

    @PostMapping("/search")
    View search(@RequestParam String words) {
        var found = members.search(words, MOST + 1);
        if (found.size() == 1) {
            return new RedirectView("/members/" + found.getFirst().id().value());
        }
        var shown = found.subList(0, Math.min(MOST, found.size()));
        audit.note(shown.stream()
                .map(member -> Look.listed(member.id().value(), "register", "/search"))
                .toList());
        return Page.of("desk/search", new Content(words, shown, found.size() > MOST));
    }
}
