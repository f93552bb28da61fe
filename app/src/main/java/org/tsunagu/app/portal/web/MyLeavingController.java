package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.portal.LeavingPages;
import org.tsunagu.app.portal.LeavingPlan;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.rules.legal.Standing;

/// What happens when the cover ends (資格がなくなるとき): the next insurer, the hand-over, and taking the own data along.
@Controller
public class MyLeavingController {

    private static final String PLACE = "/my/leaving";
    private static final MyPages.Wanted WANTED = MyPages.Wanted.of("portal/leaving", Scope.CONSENT, "consent", PLACE);

    private final MyPages pages;
    private final LeavingPages leaving;

    MyLeavingController(MyPages pages, LeavingPages leaving) {
        this.pages = pages;
        this.leaving = leaving;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param plan empty for somebody whose cover does not end soon
    public record Content(Viewer me, Optional<LeavingPlan> plan, Standing stand, String formKey) {}

    @GetMapping(PLACE)
    View page(HttpServletRequest request) {
        var insurer = pages.user().insurer();
        var grounds = leaving.grounds(insurer);
        return pages.show(
                request,
                WANTED,
                me -> new Content(
                        me,
                        leaving.of(me.member(), insurer, grounds),
                        leaving.stand(me.member()),
                        UUID.randomUUID().toString()));
    }

    @PostMapping(PLACE)
    View say(HttpServletRequest request, @RequestParam boolean wanted, @RequestParam UUID formKey) {
        var member = pages.member(request, Scope.CONSENT);
        if (!pages.isConfirmed(request)) {
            return new RedirectView("/my/confirm?back=" + PLACE);
        }
        leaving.say(member, wanted, formKey);
        return new RedirectView(PLACE + "?notice=portal.consents.saved");
    }
}
