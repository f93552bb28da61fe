package org.tsunagu.app.portal.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Scope;

/// The own consents (同意の管理): given and taken back one by one, never bundled; and what the law allows without any.
@Controller
public class MyConsentController {

    /// The version of the sentences that the page shows.
    private static final String WORDING = "my-consents-1";

    private final MyPages pages;
    private final OwnData own;
    private final Consents consents;
    private final Clock clock;

    MyConsentController(MyPages pages, OwnData own, Consents consents, Clock clock) {
        this.pages = pages;
        this.own = own;
        this.consents = consents;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param inForce what holds now, by what it is about
    public record Content(Viewer me, Map<About, Optional<Decision>> inForce, List<Consent> history, String formKey) {}

    @GetMapping("/my/consents")
    View consents(HttpServletRequest request) {
        return pages.show(
                request, MyPages.Wanted.of("portal/consents", Scope.CONSENT, "consent", "/my/consents"), this::content);
    }

    private Content content(Viewer me) {
        var inForce = new EnumMap<About, Optional<Decision>>(About.class);
        for (var about : About.values()) {
            inForce.put(about, consents.inForce(new MemberId(me.member()), about));
        }
        return new Content(
                me, inForce, own.consents(me.member()), UUID.randomUUID().toString());
    }

    @PostMapping("/my/consents")
    View change(
            HttpServletRequest request,
            @RequestParam About about,
            @RequestParam Decision decision,
            @RequestParam UUID formKey) {
        var member = pages.member(Scope.CONSENT);
        if (!pages.isConfirmed(request)) {
            return new RedirectView("/my/confirm?back=/my/consents");
        }
        var user = pages.user();
        consents.record(new Consents.NewConsent(
                new MemberId(member),
                about,
                decision,
                LocalDate.now(clock),
                Asked.ONLINE,
                user.isProxy() ? user.name() : "",
                WORDING,
                "",
                formKey));
        return new RedirectView("/my/consents?notice=portal.consents.saved");
    }
}
