package org.tsunagu.app.portal.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.portal.Inquiries;
import org.tsunagu.app.portal.MemberAccounts;
import org.tsunagu.app.portal.MemberInvitations;
import org.tsunagu.app.portal.Messages;
import org.tsunagu.app.portal.OwnData;
import org.tsunagu.app.portal.Proxies;
import org.tsunagu.app.portal.Scope;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// What the office does for the members' pages (マイページの窓口): invitations, messages, questions, proxies on evidence.
@Controller
public class DeskController {

    private static final int LONGEST = 2000;

    private final OwnData own;
    private final MemberInvitations invitations;
    private final MemberAccounts accounts;
    private final Messages messages;
    private final Inquiries inquiries;
    private final Proxies proxies;
    private final Audit audit;
    private final Clock clock;

    DeskController(
            OwnData own,
            MemberInvitations invitations,
            MemberAccounts accounts,
            Messages messages,
            Inquiries inquiries,
            Proxies proxies,
            Audit audit,
            Clock clock) {
        this.own = own;
        this.invitations = invitations;
        this.accounts = accounts;
        this.messages = messages;
        this.inquiries = inquiries;
        this.proxies = proxies;
        this.audit = audit;
        this.clock = clock;
    }

    /// What waits for the office (画面の内容).
    public record Overview(List<Messages.Waiting> waiting, List<Inquiries.Inquiry> inquiries, LocalDate today) {}

    /// A member as the office sees the account (画面の内容).
    ///
    /// @param issued an invitation just made, whose code is shown once
    /// @param problem key of the sentence; empty for none
    public record OfMember(
            Member member,
            Optional<MemberAccounts.State> account,
            List<MemberInvitations.Sent> invitations,
            List<Messages.Message> messages,
            List<Inquiries.Inquiry> inquiries,
            List<Proxies.Proxy> proxies,
            List<Member> family,
            List<Scope> scopes,
            Optional<MemberInvitations.Issued> issued,
            String formKey,
            String problem) {}

    @GetMapping("/portal")
    View overview() {
        var waiting = messages.waiting();
        var open = inquiries.open();
        audit.note(waiting.stream()
                .map(one -> Look.listed(one.memberId(), "portal", "/portal"))
                .toList());
        audit.note(open.stream()
                .map(one -> Look.listed(one.memberId(), "portal", "/portal"))
                .toList());
        return Page.of("portal/overview", new Overview(waiting, open, LocalDate.now(clock)));
    }

    @GetMapping("/portal/members/{id:[0-9]+}")
    View member(@PathVariable long id) {
        var content = content(find(id), Optional.empty(), "");
        messages.read(id, false);
        return Page.of("portal/member", content);
    }

    private Member find(long id) {
        if (!Actors.current().may(Permission.VIEW_PERSONS)) {
            throw new NotFound();
        }
        return own.member(id);
    }

    /// The look is in the ledger before anything is read, also when a form comes back.
    private OfMember content(Member member, Optional<MemberInvitations.Issued> issued, String problem) {
        var id = member.id().value();
        audit.note(Look.at(id, "portal", "work", "/portal/members"));
        return new OfMember(
                member,
                accounts.of(id),
                invitations.of(id),
                messages.of(id),
                inquiries.of(id),
                proxies.of(id),
                own.family(member),
                List.of(Scope.values()),
                issued,
                UUID.randomUUID().toString(),
                problem);
    }

    private View again(Member member, String problem) {
        return Page.refused("portal/member", content(member, Optional.empty(), problem));
    }

    /// The code at the counter: on the screen, once. Whoever reads it could become the member, so it is for those
    /// who may see everything of a member anyhow, and never opens an account that is there already.
    @PostMapping("/portal/members/{id:[0-9]+}/invite")
    View invite(@PathVariable long id) {
        var member = find(id);
        if (!Actors.current().may(Permission.VIEW_SENSITIVE)) {
            return again(member, "portal.desk.problem.counter");
        }
        if (accounts.of(id).isPresent()) {
            return again(member, "portal.desk.problem.account");
        }
        var issued = invitations.issue(member, MemberInvitations.Way.COUNTER);
        return issued.isEmpty()
                ? again(member, "portal.desk.problem.young")
                : Page.of("portal/member", content(member, issued, ""));
    }

    @PostMapping("/portal/members/{id:[0-9]+}/account")
    View enable(@PathVariable long id, @RequestParam boolean enabled) {
        find(id);
        accounts.enable(id, enabled);
        return back(id);
    }

    private static View back(long id) {
        return new RedirectView("/portal/members/%d?notice=portal.desk.saved".formatted(id));
    }

    @PostMapping("/portal/members/{id:[0-9]+}/messages")
    View tell(
            @PathVariable long id,
            @RequestParam Messages.About about,
            @RequestParam String words,
            @RequestParam UUID formKey) {
        var member = find(id);
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return again(member, "portal.messages.problem");
        }
        messages.tell(id, about, said, formKey);
        return back(id);
    }

    @PostMapping("/portal/members/{id:[0-9]+}/inquiries/{inquiry:[0-9]+}")
    View answer(@PathVariable long id, @PathVariable long inquiry, @RequestParam String words) {
        var member = find(id);
        var said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            return again(member, "portal.messages.problem");
        }
        inquiries.answer(id, inquiry, said);
        return back(id);
    }

    @PostMapping("/portal/members/{id:[0-9]+}/proxies")
    View proxy(
            @PathVariable long id,
            @RequestParam Map<String, String> parameters,
            @RequestParam(required = false, defaultValue = "") List<String> scope) {
        var member = find(id);
        var form = Typed.of(List.of("proxy", "relation", "from", "to", "evidence"), parameters);
        var from = form.dayNeeded("from");
        var to = form.dayNeeded("to");
        form.require(!form.of("evidence").isEmpty(), "evidence", "portal.desk.problem.evidence");
        var scopes = Arrays.stream(Scope.values())
                .filter(one -> scope.contains(one.name()))
                .toList();
        form.require(!scopes.isEmpty(), "scope", "portal.proxies.problem.scope");
        var proxy = own.family(member).stream()
                .filter(one -> Long.toString(one.id().value()).equals(form.of("proxy")))
                .findFirst();
        form.require(proxy.isPresent(), "proxy", "portal.desk.problem.proxy");
        var relation = Arrays.stream(Proxies.Relation.values())
                .filter(one -> form.is("relation", one))
                .findFirst();
        form.require(
                relation.filter(one -> proxies.isPossible(member, one)).isPresent(),
                "relation",
                relation.isEmpty() ? "portal.desk.problem.relation" : "portal.desk.problem.age");
        if (form.isRefused()) {
            return again(member, form.problems().values().iterator().next());
        }
        proxies.writeDown(
                member,
                proxy.orElseThrow(),
                new Proxies.Wanted(
                        relation.orElseThrow(), scopes, from.orElseThrow(), to.orElseThrow(), form.of("evidence")));
        return back(id);
    }

    @PostMapping("/portal/members/{id:[0-9]+}/proxies/{proxy:[0-9]+}/end")
    View endProxy(@PathVariable long id, @PathVariable long proxy) {
        find(id);
        proxies.end(id, proxy);
        return back(id);
    }
}
