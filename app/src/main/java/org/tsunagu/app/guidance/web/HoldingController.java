package org.tsunagu.app.guidance.web;

import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.Permission;
import org.tsunagu.app.guidance.CourseTickets;
import org.tsunagu.app.guidance.Giving;
import org.tsunagu.app.guidance.Guidance;
import org.tsunagu.app.ui.NotFound;

/// Who holds a course, and its ticket (実施する機関と利用券): decided by staff, never by an outside provider.
@Controller
public class HoldingController {

    private static final int LONGEST = 200;

    private final Guidance guidance;
    private final Giving giving;
    private final CourseTickets tickets;

    HoldingController(Guidance guidance, Giving giving, CourseTickets tickets) {
        this.guidance = guidance;
        this.giving = giving;
        this.tickets = tickets;
    }

    private static void require(Permission permission) {
        if (!Actors.current().may(permission)) {
            throw new NotFound();
        }
    }

    @PostMapping("/guidance/courses/{id:[0-9]+}/provider")
    View give(@PathVariable long id, @RequestParam long provider) {
        require(Permission.EXPORT);
        return switch (giving.give(id, giving.holder(provider).orElseThrow(NotFound::new))) {
            case GIVEN -> back(id, "guidance.given.saved");
            case REFUSED -> back(id, "guidance.problem.ground");
            case NO_COURSE -> throw new NotFound();
        };
    }

    @PostMapping("/guidance/courses/{id:[0-9]+}/ticket")
    View reissue(@PathVariable long id, @RequestParam Map<String, String> typed) {
        require(Permission.WORK);
        var course = guidance.find(id).orElseThrow(NotFound::new);
        var why = typed.getOrDefault("why", "").strip();
        if (why.isEmpty() || why.length() > LONGEST) {
            return back(id, "guidance.problem.why");
        }
        return back(id, tickets.reissue(course, why) ? "guidance.ticket.saved" : "guidance.problem.ticket");
    }

    private static View back(long id, String notice) {
        return new RedirectView("/guidance/courses/%d?notice=%s".formatted(id, notice));
    }
}
