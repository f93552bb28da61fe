package org.tsunagu.app.intake.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.consent.Parameters;
import org.tsunagu.app.intake.Document;
import org.tsunagu.app.intake.MatchQueue;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.tables.LegalBasis;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.linkage.model.Match;

/// The queue of documents whose person somebody must decide, side by side (突合の確認).
@Controller
public class MatchController {

    private static final int SHOWN = 50;
    private static final int MOST_FOUND = 5;

    private final MatchQueue queue;
    private final Members members;
    private final Parameters parameters;
    private final Audit audit;
    private final Clock clock;

    MatchController(MatchQueue queue, Members members, Parameters parameters, Audit audit, Clock clock) {
        this.queue = queue;
        this.members = members;
        this.parameters = parameters;
        this.audit = audit;
        this.clock = clock;
    }

    /// The queue.
    public record ListContent(List<Document> documents, int total) {}

    /// A member who may be meant.
    public record Proposal(Member member, double score, List<Match.Evidence> evidence) {

        /// How strong the evidence of a field is: `for`, `against` or `nothing`.
        public String weight(Match.Evidence of) {
            if (Math.abs(of.weight()) < 1) {
                return "nothing";
            }
            var strength = Math.abs(of.weight()) >= 6 ? "strongly_" : "";
            return strength + (of.weight() > 0 ? "for" : "against");
        }
    }

    /// What the page shows (画面の内容).
    ///
    /// @param grounds on which a result of another insurer may be taken; empty for one of ours
    /// @param problem key of the sentence; empty for none
    public record OneContent(
            Document document,
            List<Proposal> proposals,
            List<MatchQueue.Decided> decisions,
            List<LegalBasis> grounds,
            String problem) {}

    @GetMapping("/intake/matches")
    View list() {
        var waiting = queue.waiting(0, SHOWN);
        // Whose they are nobody knows yet: what was shown is said by the numbers of the documents.
        audit.note(waiting.stream()
                .map(document -> new Look(
                        Look.Kind.LIST,
                        "document",
                        0,
                        "matching",
                        Look.OWN_WORK,
                        "/intake/matches",
                        "document " + document.id()))
                .toList());
        return Page.of("intake/matches", new ListContent(waiting, queue.count()));
    }

    @GetMapping("/intake/matches/{id:[0-9]+}")
    View one(@PathVariable long id) {
        return shown(id, List.of(), "");
    }

    /// Members whom somebody has looked for stand beside those who were found.
    @PostMapping("/intake/matches/{id:[0-9]+}/search")
    View search(@PathVariable long id, @RequestParam String words) {
        var found = members.search(words, MOST_FOUND);
        return shown(id, found, found.isEmpty() ? "intake.match.search.none" : "");
    }

    private View shown(long id, List<Member> others, String problem) {
        var document = queue.find(id).orElseThrow(NotFound::new);
        var candidates = queue.candidates(id);
        var people = members.find(candidates.stream()
                .map(candidate -> new MemberId(candidate.memberId()))
                .toList());
        var proposals = new ArrayList<Proposal>();
        for (var candidate : candidates) {
            var member = people.get(new MemberId(candidate.memberId()));
            if (member != null) {
                proposals.add(new Proposal(member, candidate.score(), candidate.evidence()));
            }
        }
        for (var member : others) {
            if (!people.containsKey(member.id())) {
                proposals.add(new Proposal(member, 0, List.of()));
            }
        }
        audit.note(proposals.stream()
                .map(proposal -> Look.at(proposal.member().id().value(), "register", "matching", "/intake/matches"))
                .toList());
        var grounds = document.isFromEarlierInsurer()
                ? LegalBasis.on(LocalDate.now(clock), parameters.current())
                : List.<LegalBasis>of();
        var content = new OneContent(document, proposals, queue.decisions(id), grounds, problem);
        return problem.isEmpty() ? Page.of("intake/match", content) : Page.refused("intake/match", content);
    }

    @PostMapping("/intake/matches/{id:[0-9]+}")
    View decide(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String member,
            @RequestParam Map<String, String> fields) {
        if (!member.matches("[0-9]{1,18}")) {
            return shown(id, List.of(), "intake.match.problem.none");
        }
        var chosen = Long.parseLong(member);
        if (chosen != 0 && members.find(new MemberId(chosen)).isEmpty()) {
            throw new NotFound();
        }
        var note = fields.getOrDefault("note", "").strip();
        var outcome =
                queue.decide(id, new MatchQueue.Decision(version, chosen, fields.getOrDefault("ground", ""), note));
        return switch (outcome) {
            case DECIDED -> next();
            case CHANGED -> shown(id, List.of(), "intake.match.problem.changed");
            case GROUND -> shown(id, List.of(), "intake.match.problem.ground");
            case CONSENT -> shown(id, List.of(), "intake.match.problem.consent");
        };
    }

    private View next() {
        var next = queue.waiting(0, 1);
        return new RedirectView((next.isEmpty()
                        ? "/intake/matches"
                        : "/intake/matches/" + next.getFirst().id()) + "?notice=intake.match.decided");
    }
}
