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
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.LedgerEntry;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.rules.legal.Ground;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.LegalTables;

/// The own consents (同意の管理): given and taken back one by one, never bundled; and what the law allows without any.
@Controller
public class MyConsentController {

    /// The version of the sentences that the page shows.
    private static final String WORDING = "my-consents-1";

    private final MyPages pages;
    private final Consents consents;
    private final Disclosures disclosures;
    private final Clock clock;

    MyConsentController(MyPages pages, Consents consents, Disclosures disclosures, Clock clock) {
        this.pages = pages;
        this.consents = consents;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param inForce what holds now, by what it is about
    /// @param lawful what may be given by law, without consent
    /// @param given what was given to others
    public record Content(
            Viewer me,
            Map<About, Optional<Decision>> inForce,
            List<Ground> lawful,
            List<LedgerEntry> history,
            List<Disclosure> given,
            String formKey) {}

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
        var given = disclosures.of(me.member()).stream()
                .filter(Disclosure::isAllowed)
                .toList();
        return new Content(
                me,
                inForce,
                lawful(),
                consents.history(new MemberId(me.member())),
                given,
                UUID.randomUUID().toString());
    }

    private List<Ground> lawful() {
        return LegalTables.shipped()
                .partyOf(Actors.current().insurer().number())
                .map(party -> Grounds.shipped().withoutConsent(party, LocalDate.now(clock)))
                .orElse(List.of());
    }

    @PostMapping("/my/consents")
    View change(
            HttpServletRequest request,
            @RequestParam About about,
            @RequestParam Decision decision,
            @RequestParam UUID formKey) {
        var member = pages.member(request, Scope.CONSENT);
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
