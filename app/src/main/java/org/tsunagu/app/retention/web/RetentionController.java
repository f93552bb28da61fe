package org.tsunagu.app.retention.web;

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
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.retention.Hold;
import org.tsunagu.app.retention.Holds;
import org.tsunagu.app.retention.Retentions;
import org.tsunagu.app.retention.Run;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.Typed;
import org.tsunagu.rules.legal.Retention;

/// What is deleted because its time is over (保存期間と削除): the preview, holds, deletions and their
/// certificates.
@Controller
public class RetentionController {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 200;
    private static final List<String> FIELDS = List.of("member", "kind", "reason", "until");

    private final Retentions retentions;
    private final Holds holds;
    private final Members members;
    private final Audit audit;
    private final Clock clock;

    RetentionController(Retentions retentions, Holds holds, Members members, Audit audit, Clock clock) {
        this.retentions = retentions;
        this.holds = holds;
        this.members = members;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    public record Content(
            Retentions.Preview preview, List<Hold> holds, List<Run> runs, List<String> kinds, Typed form) {}

    @GetMapping("/retention")
    View page() {
        return Page.of("retention/page", content(Typed.fresh(Map.of())));
    }

    private Content content(Typed form) {
        var preview = retentions.preview();
        audit.note(preview.first().stream()
                .map(due -> due.record().memberId())
                .filter(member -> member != 0)
                .distinct()
                .map(member -> Look.listed(member, "retention", "/retention"))
                .toList());
        return new Content(preview, holds.all(), retentions.runs(), Retention.kinds(), form);
    }

    @PostMapping("/retention")
    View begin(@RequestParam(defaultValue = "false") boolean sure) {
        return sure
                ? new RedirectView("/retention/%d?notice=retention.begun".formatted(retentions.begin()))
                : new RedirectView("/retention?notice=retention.not_sure");
    }

    /// What the certificate shows.
    public record OneContent(Run.Certificate certificate) {}

    @GetMapping("/retention/{id:[0-9]{1,18}}")
    View certificate(@PathVariable long id) {
        return Page.of(
                "retention/certificate",
                new OneContent(retentions.certificate(id).orElseThrow(NotFound::new)));
    }

    @PostMapping("/retention/holds")
    View hold(@RequestParam Map<String, String> parameters) {
        var form = Typed.of(FIELDS, parameters);
        var isNumber = form.of("member").matches("[0-9]{0,18}");
        var member = isNumber && !form.of("member").isEmpty()
                ? Optional.of(Long.parseLong(form.of("member")))
                : Optional.<Long>empty();
        var isKnown =
                member.isEmpty() || members.find(new MemberId(member.get())).isPresent();
        form.require(isNumber && isKnown, "member", "retention.problem.member");
        form.require(
                form.of("kind").isEmpty() || Retention.kinds().contains(form.of("kind")),
                "kind",
                "consent.problem.choice");
        var reason = form.of("reason");
        form.require(reason.length() >= SHORTEST && reason.length() <= LONGEST, "reason", "retention.problem.reason");
        var until = form.dayNeeded("until");
        form.require(
                until.filter(day -> day.isBefore(LocalDate.now(clock))).isEmpty(), "until", "retention.problem.until");
        if (form.isRefused()) {
            return Page.refused("retention/page", content(form));
        }
        holds.put(member, form.of("kind"), reason, until.orElseThrow());
        return new RedirectView("/retention?notice=retention.held");
    }

    @PostMapping("/retention/holds/{id:[0-9]{1,18}}/release")
    View release(@PathVariable long id) {
        holds.release(id);
        return new RedirectView("/retention?notice=retention.released");
    }
}
