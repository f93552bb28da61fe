package org.tsunagu.app.contacts.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.contacts.Contact;
import org.tsunagu.app.contacts.Contact.Channel;
import org.tsunagu.app.contacts.Contact.Outcome;
import org.tsunagu.app.contacts.Contact.SpokeWith;
import org.tsunagu.app.contacts.Contacts;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;

/// Records a contact in less than a minute (連絡の記録): everything has a default, Ctrl+Enter saves.
@Controller
public class ContactController {

    private static final int LONGEST_NOTE = 2000;
    private static final List<String> FIELDS =
            List.of("channel", "outcome", "spokeWith", "note", "nextStep", "nextDay", "taskId", "formKey");

    private final Contacts contacts;
    private final Members members;
    private final Audit audit;
    private final TenantTransactions transactions;
    private final Clock clock;

    ContactController(Contacts contacts, Members members, Audit audit, TenantTransactions transactions, Clock clock) {
        this.transactions = transactions;
        this.contacts = contacts;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param form what stands in it
    public record Content(Member member, Typed form, Optional<Contact> last, boolean isDraft) {}

    @GetMapping("/contacts/{member:[0-9]+}")
    View form(@PathVariable long member, @RequestParam(defaultValue = "0") long task) {
        var person = find(member);
        audit.note(Look.at(member, "contact", "guidance", "/contacts"));
        var draft = contacts.draft(person.id());
        var fields = draft.orElseGet(() -> fresh(task));
        return Page.of("contacts/form", new Content(person, Typed.fresh(fields), last(person), draft.isPresent()));
    }

    private Member find(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    private Optional<Contact> last(Member person) {
        // What others have noted is none of an outside provider's business.
        return Actors.current().may(Permission.WORK)
                ? contacts.of(person.id()).stream().findFirst()
                : Optional.empty();
    }

    private static Map<String, String> fresh(long task) {
        return Map.of(
                "channel", Channel.PHONE.name(),
                "outcome", Outcome.SPOKE.name(),
                "spokeWith", SpokeWith.PERSON.name(),
                "taskId", Long.toString(task),
                "formKey", UUID.randomUUID().toString());
    }

    @PostMapping("/contacts/{member:[0-9]+}")
    View save(@PathVariable long member, @RequestParam Map<String, String> parameters) {
        var person = find(member);
        var form = Typed.of(FIELDS, parameters);
        form.require(form.of("note").length() <= LONGEST_NOTE, "note", "contacts.problem.long");
        var day = form.day("nextDay");
        form.require(day.isEmpty() || !day.get().isBefore(LocalDate.now(clock)), "nextDay", "contacts.problem.past");
        if (form.isRefused()) {
            return Page.refused("contacts/form", new Content(person, form, last(person), false));
        }
        var contact = new Contacts.NewContact(
                person.id(),
                number(form.of("taskId")),
                OffsetDateTime.now(clock),
                form.choice("channel", Channel.values()),
                form.choice("outcome", Outcome.values()),
                form.choice("spokeWith", SpokeWith.values()),
                form.of("note"),
                form.of("nextStep"),
                day,
                form.key("formKey"));
        if (!isKept(contact)) {
            return corrected(person, form);
        }
        return new RedirectView(next(member, parameters.containsKey("andNext")) + "notice=contacts.saved");
    }

    /// Whether what was typed is recorded: now, or by the first of two clicks.
    private boolean isKept(Contacts.NewContact contact) {
        var isNew = transactions.inCurrent(() -> {
            var isRecorded = contacts.record(contact);
            if (isRecorded) {
                audit.note(Look.changed(contact.member().value(), "contact", "/contacts", ""));
            }
            return isRecorded;
        });
        return isNew
                || contacts.byForm(contact.member(), contact.formKey())
                        .filter(contact::isSameAs)
                        .isPresent();
    }

    /// Somebody went back and changed what had been sent: contacts are never changed, so that the
    /// correction becomes another one, by one's own click.
    private View corrected(Member person, Typed form) {
        var fields = new HashMap<>(form.fields());
        fields.put("formKey", UUID.randomUUID().toString());
        var again = Typed.fresh(fields, Map.of("note", "contacts.problem.recorded"));
        return Page.refused("contacts/form", new Content(person, again, last(person), false));
    }

    private static String next(long member, boolean isNextPerson) {
        if (!Actors.current().may(Permission.WORK)) {
            return "/assigned?";
        }
        return isNextPerson ? "/tasks/next?after=" + member + "&" : "/members/" + member + "?";
    }

    /// Keeps what has been typed so far; called by the page on every blur.
    @PostMapping("/contacts/{member:[0-9]+}/draft")
    @ResponseBody
    String draft(@PathVariable long member, @RequestParam Map<String, String> parameters) {
        contacts.keepDraft(find(member).id(), Typed.of(FIELDS, parameters).fields());
        return "";
    }

    private static long number(String text) {
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : 0;
    }
}
