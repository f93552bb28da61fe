package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.LedgerEntry;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.rules.legal.ConsentEvent;

/// The page of what a member has said about the use of data (同意のページ), with its two forms.
@Component
public class ConsentPages {

    private final Consents consents;
    private final Disclosures disclosures;
    private final Clock clock;

    ConsentPages(Consents consents, Disclosures disclosures, Clock clock) {
        this.consents = consents;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param form the short form
    /// @param entry the form of the ledger
    /// @param classes kinds of data chosen in it
    /// @param given what was given and refused
    public record Content(
            Member member,
            List<LedgerEntry> history,
            List<Consents.Right> rights,
            Typed form,
            Typed entry,
            Set<String> classes,
            List<Disclosure> given) {}

    /// @param act what is to be done with an entry; empty for a new one
    /// @param of the entry; 0 for none
    View page(Member member, String act, long of) {
        var changed = consents.history(member.id()).stream()
                .map(LedgerEntry::event)
                .filter(event -> event.id() == of)
                .findFirst();
        var entry = changed.map(event -> changing(event, act)).orElseGet(this::freshEntry);
        var classes = changed.map(ConsentEvent::classes).orElse(Set.of());
        return Page.of("consent/form", content(member, fresh(), entry, classes));
    }

    View refused(Member member, Typed form) {
        return Page.refused("consent/form", content(member, form, freshEntry(), Set.of()));
    }

    View refused(Member member, Typed entry, Set<String> classes) {
        return Page.refused("consent/form", content(member, fresh(), entry, classes));
    }

    private Content content(Member member, Typed form, Typed entry, Set<String> classes) {
        var history = consents.history(member.id());
        return new Content(
                member,
                history,
                consents.rights(history),
                form,
                entry,
                classes,
                disclosures.of(member.id().value()));
    }

    private Typed fresh() {
        return Typed.fresh(Map.of(
                "about", About.CLINICAL.name(),
                "decision", Decision.GIVEN.name(),
                "asked", Asked.PAPER.name(),
                "day", LocalDate.now(clock).toString(),
                "formKey", UUID.randomUUID().toString()));
    }

    private Typed freshEntry() {
        return Typed.fresh(Map.of(
                "act", "GIVE",
                "asked", Asked.PAPER.name(),
                "language", "ja",
                "day", LocalDate.now(clock).toString(),
                "formKey", UUID.randomUUID().toString()));
    }

    private Typed changing(ConsentEvent event, String act) {
        var fields = new HashMap<>(freshEntry().fields());
        fields.put("act", act.equals("NARROW") ? act : "WITHDRAW");
        fields.put("purpose", event.purpose());
        fields.put("recipient", event.recipient().party());
        fields.put("recipientName", event.recipient().name());
        fields.put("recipientNumber", event.recipient().number());
        return Typed.fresh(fields);
    }
}
