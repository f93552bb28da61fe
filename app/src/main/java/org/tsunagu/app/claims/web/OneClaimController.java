package org.tsunagu.app.claims.web;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.claims.ClaimDelivery.Listed;
import org.tsunagu.app.claims.ClaimPages;
import org.tsunagu.app.claims.ClaimView;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// Claims of people (レセプトの照会): one with everything on it, and those whose member was not found.
@Controller
public class OneClaimController {

    private static final int SHOWN = 100;
    private static final String PURPOSE = "guidance";

    private final ClaimPages claims;
    private final Audit audit;

    OneClaimController(ClaimPages claims, Audit audit) {
        this.claims = claims;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param from how many come before
    public record UnmatchedContent(Listed<ClaimView> claims, int from) {

        /// Where the next page begins; 0 when there is none.
        public int next() {
            return from + SHOWN < claims.all() ? from + SHOWN : 0;
        }
    }

    @GetMapping("/claims/{id:[0-9]+}")
    View claim(@PathVariable long id) {
        var whole = claims.find(id).orElseThrow(NotFound::new);
        audit.note(new Look(
                Look.Kind.VIEW, "claim", whole.claim().memberId(), PURPOSE, Look.OWN_WORK, "/claims", "claim " + id));
        return Page.of("claims/claim", whole);
    }

    @GetMapping("/claims/unmatched")
    View unmatched(@RequestParam(defaultValue = "0") int from) {
        var listed = claims.unmatched(Math.max(0, from), SHOWN);
        audit.note(new Look(
                Look.Kind.LIST,
                "claim",
                0,
                "work",
                Look.OWN_WORK,
                "/claims/unmatched",
                "%d claims without a member".formatted(listed.rows().size())));
        return Page.of("claims/unmatched", new UnmatchedContent(listed, Math.max(0, from)));
    }
}
