package org.tsunagu.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Emergency;
import org.tsunagu.app.access.Sessions;
import org.tsunagu.app.access.StaffUser;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.ui.TypedDate;

/// Seeing one person although the role does not allow it (緊急閲覧). Nothing is listed: whoever asks must know whom.
@Controller
public class EmergencyController {

    private static final int SHORTEST_REASON = 10;
    private static final int LONGEST_REASON = 200;
    private static final int MOST_NAMESAKES = 200;

    private final Members members;
    private final Sessions sessions;
    private final Audit audit;
    private final Clock clock;

    EmergencyController(Members members, Sessions sessions, Audit audit, Clock clock) {
        this.members = members;
        this.sessions = sessions;
        this.audit = audit;
        this.clock = clock;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param fields what stands in the form
    /// @param problem key of the sentence; empty for none
    public record Content(Map<String, String> fields, String problem) {}

    /// A look that only the emergency allows.
    static Look look(long member, String dataClass) {
        return new Look(Look.Kind.VIEW, dataClass, member, "emergency", "HOUSE-RULES", "/members", "");
    }

    @GetMapping("/emergency")
    View form() {
        return Page.of("desk/emergency", new Content(Map.of(), ""));
    }

    @PostMapping("/emergency")
    View open(
            @AuthenticationPrincipal StaffUser user,
            @RequestParam String who,
            @RequestParam String birth,
            @RequestParam String reason,
            HttpServletRequest request,
            HttpServletResponse response) {
        var fields = Map.of("who", who, "birth", birth, "reason", reason);
        var why = reason.strip();
        if (why.length() < SHORTEST_REASON || why.length() > LONGEST_REASON) {
            return Page.refused("desk/emergency", new Content(fields, "desk.emergency.problem.reason"));
        }
        var meant = find(who, birth);
        if (meant.isEmpty()) {
            note(0, why, "nobody found");
            return Page.refused("desk/emergency", new Content(fields, "desk.emergency.problem.nobody"));
        }
        var id = meant.get().id().value();
        var emergency = Emergency.from(OffsetDateTime.now(clock), id);
        note(id, why, "until " + emergency.until());
        sessions.become(user.in(Optional.of(emergency)), request, response);
        return new RedirectView("/members/" + id);
    }

    /// The one person whom name or number and day of birth mean.
    private Optional<Member> find(String who, String birth) {
        var day = TypedDate.read(birth);
        var found = day.isEmpty()
                ? List.<Member>of()
                : members.search(who, MOST_NAMESAKES).stream()
                        .filter(member -> member.birth().equals(day.get()))
                        .toList();
        return found.size() == 1 ? Optional.of(found.getFirst()) : Optional.empty();
    }

    private void note(long member, String reason, String detail) {
        audit.note(new Look(Look.Kind.EMERGENCY, "register", member, reason, "HOUSE-RULES", "/emergency", detail));
    }

    @PostMapping("/emergency/end")
    View end(@AuthenticationPrincipal StaffUser user, HttpServletRequest request, HttpServletResponse response) {
        user.emergency().ifPresent(open -> note(open.memberId(), "emergency", "ended"));
        sessions.become(user.in(Optional.empty()), request, response);
        return new RedirectView("/?notice=desk.emergency.ended");
    }
}
