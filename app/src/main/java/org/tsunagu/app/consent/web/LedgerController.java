package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.consent.Statement;
import org.tsunagu.app.consent.Statement.How;
import org.tsunagu.app.consent.Statement.Proxy;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.legal.Act;
import org.tsunagu.rules.legal.LegalTables;
import org.tsunagu.rules.legal.Purposes;
import org.tsunagu.rules.legal.Recipient;

/// Entries of the ledger of consents for any purpose (同意台帳への記録): given, narrowed, taken back,
/// somebody to answer.
@Controller
public class LedgerController {

    private static final int LONGEST = 200;
    private static final List<Act> BY_STAFF = List.of(Act.GIVE, Act.NARROW, Act.WITHDRAW, Act.PROXY);
    private static final List<String> VISIT = List.of("facility", "facilityName", "card", "formKey");
    private static final Set<String> FACILITIES = Set.of("MEDICAL", "PHARMACY");
    private static final Set<String> AT_VISITS = Set.of("DRUGS", "CHECKUP");
    private static final List<String> TEXTS =
            List.of("recipientName", "evidence", "proxy", "relation", "wording", "note");
    private static final List<String> FIELDS = List.of(
            "act",
            "purpose",
            "recipient",
            "recipientName",
            "recipientNumber",
            "day",
            "until",
            "asked",
            "evidence",
            "proxy",
            "relation",
            "wording",
            "language",
            "note",
            "formKey");

    private final Consents consents;
    private final ConsentPages pages;
    private final Members members;
    private final Clock clock;

    LedgerController(Consents consents, ConsentPages pages, Members members, Clock clock) {
        this.consents = consents;
        this.pages = pages;
        this.members = members;
        this.clock = clock;
    }

    @PostMapping("/consents/{member:[0-9]+}/entries")
    View save(
            @PathVariable long member,
            @RequestParam Map<String, String> parameters,
            @RequestParam(name = "classes", required = false, defaultValue = "") List<String> chosen) {
        var person = members.find(new MemberId(member)).orElseThrow(NotFound::new);
        var form = Typed.of(FIELDS, parameters);
        var classes = classes(chosen);
        var act = form.choice("act", BY_STAFF.toArray(Act[]::new));
        check(form, act, classes);
        var until = until(form, act);
        if (form.isRefused()) {
            return pages.refused(person, form, classes);
        }
        consents.say(statement(person, form, act, classes, until));
        return new RedirectView("/consents/%d?notice=consent.saved".formatted(member));
    }

    /// Consent at a visit, with the card (受診時の同意): for the facility named, for a day.
    @PostMapping("/consents/{member:[0-9]+}/visits")
    View visit(@PathVariable long member, @RequestParam Map<String, String> parameters) {
        var person = members.find(new MemberId(member)).orElseThrow(NotFound::new);
        var form = Typed.of(VISIT, parameters);
        if (!FACILITIES.contains(form.of("facility"))
                || form.of("facilityName").isEmpty()
                || form.of("card").isEmpty()
                || form.of("facilityName").length() > LONGEST
                || form.of("card").length() > LONGEST) {
            return new RedirectView("/consents/%d?notice=consent.visit.missing".formatted(member));
        }
        consents.visit(
                person.id(),
                new Recipient(form.of("facility"), form.of("facilityName")),
                AT_VISITS,
                form.of("card"),
                form.key("formKey"));
        return new RedirectView("/consents/%d?notice=consent.saved".formatted(member));
    }

    private static Set<String> classes(List<String> chosen) {
        return LegalTables.shipped().classes().rows().stream()
                .map(Row::key)
                .filter(chosen::contains)
                .collect(Collectors.toSet());
    }

    private void check(Typed form, Act act, Set<String> classes) {
        AskForm.known(form, "purpose", LegalTables.shipped().purposes());
        if (!form.of("recipient").isEmpty()) {
            AskForm.known(form, "recipient", LegalTables.shipped().parties());
        }
        form.require(
                !form.of("recipient").isEmpty()
                        || (form.of("recipientName").isEmpty()
                                && form.of("recipientNumber").isEmpty()),
                "recipient",
                "consent.problem.recipient");
        form.require(isNumber(form), "recipientNumber", "consent.problem.recipient_number");
        // A consent at a visit ends by itself a day later: only the card at the visit gives it.
        form.require(
                act != Act.GIVE
                        || Purposes.find(form.of("purpose"))
                                .filter(Purposes::isEachVisit)
                                .isEmpty(),
                "purpose",
                "consent.problem.each_visit");
        var day = form.dayNeeded("day");
        form.require(day.isEmpty() || !day.get().isAfter(LocalDate.now(clock)), "day", "consent.problem.future");
        form.require(
                act == Act.WITHDRAW || act == Act.PROXY || !classes.isEmpty(), "classes", "consent.problem.classes");
        form.require(
                classes.stream().allMatch(LegalTables.shipped()::isOrdinary) || act != Act.GIVE,
                "classes",
                "consent.problem.safeguard");
        form.require(act != Act.GIVE || !form.of("evidence").isEmpty(), "evidence", "consent.problem.evidence");
        form.require(act != Act.PROXY || !form.of("proxy").isEmpty(), "proxy", "consent.problem.proxy");
        form.require(
                form.of("proxy").isEmpty() || !form.of("relation").isEmpty(), "relation", "consent.problem.relation");
        TEXTS.forEach(field -> form.require(form.of(field).length() <= LONGEST, field, "consent.problem.long"));
    }

    /// None, or one that can be the number of an insurer of the kind.
    private static boolean isNumber(Typed form) {
        var typed = form.of("recipientNumber");
        return typed.isEmpty()
                || LegalTables.shipped()
                        .partyOf(typed)
                        .filter(form.of("recipient")::equals)
                        .isPresent();
    }

    /// The last day, included; without one the usual length of the purpose.
    private Optional<OffsetDateTime> until(Typed form, Act act) {
        var last = form.day("until");
        form.require(
                last.isEmpty() || form.day("day").filter(last.get()::isBefore).isEmpty(),
                "until",
                "consent.problem.until");
        if (act != Act.GIVE || form.isRefused()) {
            return Optional.empty();
        }
        var zone = clock.getZone();
        return last.isPresent()
                ? Optional.of(last.get().plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                : Purposes.find(form.of("purpose"))
                        .flatMap(purpose -> Purposes.end(
                                purpose,
                                form.day("day").orElseThrow().equals(LocalDate.now(clock))
                                        ? OffsetDateTime.now(clock)
                                        : form.day("day")
                                                .get()
                                                .atStartOfDay(zone)
                                                .toOffsetDateTime()));
    }

    private static Statement statement(
            Member person, Typed form, Act act, Set<String> classes, Optional<OffsetDateTime> until) {
        var asked = form.choice("asked", Asked.BY_STAFF.toArray(Asked[]::new));
        var language = Arrays.asList("ja", "en").contains(form.of("language")) ? form.of("language") : "ja";
        return new Statement(
                person.id(),
                act,
                form.of("purpose"),
                new Recipient(form.of("recipient"), form.of("recipientName"), form.of("recipientNumber")),
                classes,
                form.day("day").orElseThrow(),
                until,
                new How(
                        asked,
                        new Proxy(form.of("proxy"), form.of("relation")),
                        form.of("evidence"),
                        form.of("wording"),
                        language,
                        form.of("note")),
                0,
                form.key("formKey"));
    }
}
