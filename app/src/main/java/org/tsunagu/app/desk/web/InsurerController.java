package org.tsunagu.app.desk.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tsunagu.app.access.Sessions;
import org.tsunagu.app.access.StaffUser;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.NotFound;

/// Which insurer is worked for (保険者の切り替え).
@Controller
class InsurerController {

    private final Sessions sessions;
    private final Audit audit;

    InsurerController(Sessions sessions, Audit audit) {
        this.sessions = sessions;
        this.audit = audit;
    }

    /// Both insurers' ledgers say so: one was left, the other begun with.
    @PostMapping("/insurer")
    String change(
            @AuthenticationPrincipal StaffUser user,
            @RequestParam String number,
            HttpServletRequest request,
            HttpServletResponse response) {
        var insurer = user.insurers().stream()
                .filter(one -> one.number().equals(number))
                .findFirst()
                .orElseThrow(NotFound::new);
        var before = user.actor().insurer();
        audit.note(moved("to " + insurer.number()));
        sessions.become(user.at(insurer), request, response);
        audit.note(moved("from " + before.number()));
        return "redirect:/";
    }

    private static Look moved(String detail) {
        return new Look(Look.Kind.LOGIN, "account", 0, "login", "HOUSE-RULES", "/insurer", detail);
    }
}
