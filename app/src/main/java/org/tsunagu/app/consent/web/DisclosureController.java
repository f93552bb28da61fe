package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Disclosure;
import org.tsunagu.app.consent.DisclosurePages;
import org.tsunagu.app.consent.Disclosures;
import org.tsunagu.app.consent.Transfer;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Asked;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.rules.legal.LegalTables;

/// What was given of whom to whom, and what was refused (提供の記録); and the decision about one person.
@Controller
public class DisclosureController {

    private static final int SHOWN = 100;
    private static final int LONGEST = 100;
    private static final List<String> FIELDS = List.of(
            "requester", "requesterName", "holder", "holderName", "data", "purpose", "day", "reference");

    private final Disclosures disclosures;
    private final DisclosurePages pages;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    DisclosureController(
            Disclosures disclosures, DisclosurePages pages, Members members, Audit audit, Clock clock) {
        this.disclosures = disclosures;
        this.pages = pages;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the list shows (画面の内容).
    ///
    /// @param older the address of the next page; empty when there is none
    public record ListContent(List<Disclosure> entries, Map<MemberId, Member> people, Asked asked, String older) {}

    @GetMapping("/grounds/disclosures")
    View list(@RequestParam Map<String, String> fields) {
        var asked = DisclosurePages.asked(fields);
        var entries = pages.page(asked, SHOWN);
        audit.note(entries.stream()
                .map(Disclosure::memberId)
                .distinct()
                .map(member -> Look.listed(member, "disclosure", "/grounds/disclosures"))
                .toList());
        var people = members.find(entries.stream()
                .map(one -> new MemberId(one.memberId()))
                .distinct()
                .toList());
        var older = entries.size() < SHOWN
                ? ""
                : asked.with("before", Long.toString(entries.getLast().id())).at("/grounds/disclosures");
        return Page.of("consent/disclosures", new ListContent(entries, people, asked, older));
    }

    /// What the form shows.
    ///
    /// @param decided what came of it; empty before
    public record OneContent(Member member, Typed form, Optional<Disclosure> decided, List<Disclosure> earlier) {}

    @GetMapping("/grounds/decisions/{member:[0-9]{1,18}}")
    View form(@PathVariable long member) {
        var person = find(member);
        audit.note(Look.at(member, "disclosure", "work", "/grounds/decisions"));
        var form = Typed.fresh(Map.of("day", LocalDate.now(clock).toString()));
        return Page.of("consent/decision", content(person, form, Optional.empty()));
    }

    private OneContent content(Member person, Typed form, Optional<Disclosure> decided) {
        return new OneContent(
                person, form, decided, disclosures.of(person.id().value()));
    }

    private Member find(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    @PostMapping("/grounds/decisions/{member:[0-9]{1,18}}")
    View decide(@PathVariable long member, @RequestParam Map<String, String> parameters) {
        var person = find(member);
        var form = Typed.of(FIELDS, parameters);
        AskForm.known(form, "requester", LegalTables.shipped().parties());
        AskForm.known(form, "holder", LegalTables.shipped().parties());
        AskForm.known(form, "data", LegalTables.shipped().classes());
        AskForm.known(form, "purpose", LegalTables.shipped().purposes());
        form.dayNeeded("day");
        for (var field : List.of("requesterName", "holderName", "reference")) {
            form.require(form.of(field).length() <= LONGEST, field, "consent.problem.long");
        }
        if (form.isRefused()) {
            return Page.refused("consent/decision", content(person, form, Optional.empty()));
        }
        var decided = disclosures.decide(transfer(form), member);
        return Page.of("consent/decision", content(person, form, Optional.of(decided)));
    }

    private static Transfer transfer(Typed form) {
        var reference = form.of("reference");
        return new Transfer(
                new Transfer.Side(form.of("requester"), form.of("requesterName")),
                new Transfer.Side(form.of("holder"), form.of("holderName")),
                form.of("data"),
                form.of("purpose"),
                TypedDate.read(form.of("day")).orElseThrow(),
                reference.isEmpty() ? "desk" : "desk/" + reference);
    }
}
