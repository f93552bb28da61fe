package org.tsunagu.app.guidance.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.guidance.Asking;
import org.tsunagu.app.guidance.Replies;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.TypedDate;
import org.tsunagu.codes.time.FiscalYear;

/// What a candidate said to an invitation (利用案内への応答の記録).
@Controller
public class ReplyController {

    private static final int LONGEST = 200;

    private final Replies replies;
    private final Members members;
    private final CandidateController candidates;
    private final Clock clock;

    ReplyController(Replies replies, Members members, CandidateController candidates, Clock clock) {
        this.replies = replies;
        this.members = members;
        this.candidates = candidates;
        this.clock = clock;
    }

    @PostMapping("/guidance/candidates/{member:[0-9]+}/reply")
    View reply(@PathVariable long member, @RequestParam int year, @RequestParam Map<String, String> typed) {
        var id = members.find(new MemberId(member)).orElseThrow(NotFound::new).id();
        var why = typed.getOrDefault("why", "").strip();
        var on = TypedDate.read(typed.getOrDefault("replyOn", "")).filter(day -> !day.isAfter(LocalDate.now(clock)));
        var outcome = of(Asking.Outcome.values(), typed.get("outcome"));
        var problem = problem(outcome, on, why);
        if (!problem.isEmpty()) {
            return candidates.refused(id.value(), new FiscalYear(year), typed, problem);
        }
        var reply = new Asking.Reply(
                of(Asking.Way.values(), typed.get("way")).orElseThrow(NotFound::new),
                outcome.orElseThrow(),
                why,
                on.orElseThrow(),
                Actors.current().name(),
                OffsetDateTime.now(clock));
        var taken = replies.record(id, new FiscalYear(year), reply, key(typed.getOrDefault("form", "")));
        return taken.map(one -> one.courseId() == 0
                        ? back(member, year, "guidance.reply.saved")
                        : new RedirectView(
                                "/guidance/courses/%d?notice=guidance.reply.saved".formatted(one.courseId())))
                .orElseGet(() -> back(member, year, "guidance.problem.excluded"));
    }

    private static String problem(Optional<Asking.Outcome> outcome, Optional<LocalDate> on, String why) {
        if (outcome.isEmpty()) {
            return "guidance.problem.reply";
        }
        if (on.isEmpty()) {
            return "guidance.problem.reply_day";
        }
        var isReasonMissing = outcome.get() == Asking.Outcome.DECLINED && why.isEmpty();
        return isReasonMissing || why.length() > LONGEST ? "guidance.problem.reply_why" : "";
    }

    private static <T extends Enum<T>> Optional<T> of(T[] values, @Nullable String name) {
        return Stream.of(values).filter(one -> one.name().equals(name)).findFirst();
    }

    private static UUID key(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException notOurs) {
            throw new NotFound();
        }
    }

    private static RedirectView back(long member, int year, String notice) {
        return new RedirectView("/guidance/candidates/%d?year=%d&notice=%s".formatted(member, year, notice));
    }
}
