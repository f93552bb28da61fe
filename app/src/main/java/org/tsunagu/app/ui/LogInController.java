package org.tsunagu.app.ui;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.access.HalfLogIn;
import org.tsunagu.app.access.SingleSignOn;

/// The log-in (ログイン): the password, and for those who have one the code on a second page.
@Controller
public class LogInController {

    private final Clock clock;
    private final Duration idle;
    private final SingleSignOn single;

    LogInController(Clock clock, SingleSignOn single, @Value("${server.servlet.session.timeout}") Duration idle) {
        this.clock = clock;
        this.single = single;
        this.idle = idle;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of the sentence: `wrong`, `locked`, `out` and so on; empty for none
    /// @param minutes without input after which a session ends
    /// @param isSingle whether the organisation's identity service can be used
    public record Content(String problem, long minutes, boolean isSingle) {

        /// Whether it is news and no mistake of the person.
        public boolean isNotice() {
            return !Set.of("wrong", "locked", "unknown", "sso").contains(problem);
        }
    }

    @GetMapping("/login")
    View page(HttpServletRequest request) {
        for (var problem :
                new String[] {"wrong", "locked", "out", "expired", "ended", "again", "kept", "lost", "unknown", "sso"
                }) {
            if (request.getParameter(problem) != null) {
                return Page.of("ui/login", new Content(problem, idle.toMinutes(), single.isOn()));
            }
        }
        return Page.of("ui/login", new Content("", idle.toMinutes(), single.isOn()));
    }

    @GetMapping("/login/code")
    View code(HttpServletRequest request) {
        if (HalfLogIn.in(request, clock.instant()).isEmpty()) {
            return new RedirectView("/login?again");
        }
        return Page.of(
                "ui/code",
                new Content(request.getParameter("wrong") == null ? "" : "wrong_code", idle.toMinutes(), false));
    }
}
