package org.tsunagu.app.desk.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Elsewhere;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Results;
import org.tsunagu.app.desk.Histories;
import org.tsunagu.app.desk.timeline.Timeline;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;

/// What another insurer knows about the same person, beside what this one knows (ほかの保険者での記録): for somebody who may see
/// persons at both, on purpose, and in the ledgers of both.
@Controller
public class ElsewhereController {

    private static final String PLACE = "/members/elsewhere";

    private final Members members;
    private final Checkups checkups;
    private final Histories histories;
    private final Audit audit;
    private final Clock clock;

    ElsewhereController(Members members, Checkups checkups, Histories histories, Audit audit, Clock clock) {
        this.members = members;
        this.checkups = checkups;
        this.histories = histories;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param other results at the other insurer; empty when it knows no such person, or more than one
    public record Content(Member member, Insurer insurer, Timeline timeline, Results own, Optional<Results> other) {}

    private record There(Timeline.Known known, Results results) {}

    @PostMapping("/members/{id:[0-9]+}/elsewhere")
    View elsewhere(@PathVariable long id, @RequestParam String number, @RequestParam Map<String, String> fields) {
        var member = members.find(new MemberId(id)).orElseThrow(NotFound::new);
        var insurer = Elsewhere.open().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            return new RedirectView("/members/%d?notice=desk.elsewhere.problem.purpose".formatted(id));
        }
        var here = Actors.current().insurer();
        audit.note(look(Look.Kind.VIEW, id, purpose.get(), "beside " + insurer.number()));
        var known = histories.known(member.id(), "");
        var own = results(member);
        var there = Elsewhere.at(insurer, () -> there(member, here, insurer, purpose.get()));
        var all = there.map(one -> List.of(known, one.known())).orElse(List.of(known));
        return Page.of(
                "desk/elsewhere",
                new Content(member, insurer, Timeline.of(all, LocalDate.now(clock)), own, there.map(There::results)));
    }

    /// Runs at the other insurer, which has its own number for the person, and its own ledger.
    private Optional<There> there(Member member, Insurer here, Insurer there, String purpose) {
        var same = members.same(member.sex(), member.birth(), member.kana());
        if (same.size() != 1) {
            audit.note(look(Look.Kind.VIEW, 0, purpose, "from %s, %d people".formatted(here.number(), same.size())));
            return Optional.empty();
        }
        var found = same.getFirst();
        audit.note(look(Look.Kind.VIEW, found.id().value(), purpose, "from " + here.number()));
        return Optional.of(new There(histories.known(found.id(), there.number()), results(found)));
    }

    private Results results(Member member) {
        return new Results(member.sex(), member.birth(), checkups.of(member.id().value()));
    }

    private static Look look(Look.Kind kind, long member, String purpose, String detail) {
        return new Look(kind, "checkup", member, purpose, Look.OWN_WORK, PLACE, detail);
    }
}
