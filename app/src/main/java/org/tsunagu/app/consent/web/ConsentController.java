package org.tsunagu.app.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Consent;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;

/// What a member agrees to is written down here (同意の記録): when, how asked, by whom.
@Controller
public class ConsentController {

    private static final int LONGEST = 200;
    private static final List<String> FIELDS =
            List.of("about", "decision", "day", "asked", "proxy", "wording", "note", "formKey");

    private final Consents consents;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    ConsentController(Consents consents, Members members, Audit audit, Clock clock) {
        this.consents = consents;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param fields what stands in the form
    /// @param problems keys of what is wrong, by field
    public record Content(
            Member member, List<Consent> history, Map<String, String> fields, Map<String, String> problems) {

        /// What stands in a field.
        public String of(String field) {
            return fields.getOrDefault(field, "");
        }

        /// Whether a choice is the one chosen.
        public boolean is(String field, Enum<?> choice) {
            return of(field).equals(choice.name());
        }
    }

    @GetMapping("/consents/{member:[0-9]+}")
    View form(@PathVariable long member) {
        var person = find(member);
        audit.note(Look.at(member, "consent", "guidance", "/consents"));
        var fields = new LinkedHashMap<String, String>();
        fields.put("about", About.CLINICAL.name());
        fields.put("decision", Decision.GIVEN.name());
        fields.put("asked", Asked.PAPER.name());
        fields.put("day", LocalDate.now(clock).toString());
        fields.put("formKey", UUID.randomUUID().toString());
        return Page.of("consent/form", new Content(person, consents.of(person.id()), fields, Map.of()));
    }

    private Member find(long id) {
        return members.find(new MemberId(id)).orElseThrow(NotFound::new);
    }

    @PostMapping("/consents/{member:[0-9]+}")
    View save(@PathVariable long member, @RequestParam Map<String, String> parameters) {
        var person = find(member);
        var fields = new LinkedHashMap<String, String>();
        FIELDS.forEach(
                field -> fields.put(field, parameters.getOrDefault(field, "").strip()));
        var problems = new LinkedHashMap<String, String>();
        var day = TypedDate.read(fields.getOrDefault("day", ""));
        if (day.isEmpty()) {
            problems.put("day", "ui.problem.date");
        } else if (day.get().isAfter(LocalDate.now(clock))) {
            problems.put("day", "consent.problem.future");
        }
        for (var field : List.of("proxy", "wording", "note")) {
            if (fields.getOrDefault(field, "").length() > LONGEST) {
                problems.put(field, "consent.problem.long");
            }
        }
        if (!problems.isEmpty()) {
            return Page.refused("consent/form", new Content(person, consents.of(person.id()), fields, problems));
        }
        consents.record(new Consents.NewConsent(
                person.id(),
                choice(About.values(), fields.getOrDefault("about", "")),
                choice(Decision.values(), fields.getOrDefault("decision", "")),
                day.orElseThrow(),
                choice(Asked.values(), fields.getOrDefault("asked", "")),
                fields.getOrDefault("proxy", ""),
                fields.getOrDefault("wording", ""),
                fields.getOrDefault("note", ""),
                key(fields.getOrDefault("formKey", ""))));
        return new RedirectView("/members/%d?notice=consent.saved".formatted(member));
    }

    private static <E extends Enum<E>> E choice(E[] choices, String name) {
        return Arrays.stream(choices)
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound();
        }
    }
}
