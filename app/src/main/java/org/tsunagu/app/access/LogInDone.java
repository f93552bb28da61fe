package org.tsunagu.app.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;

/// After the log-in (ログインの後): back to what was typed, else to the page that was asked for.
final class LogInDone extends SavedRequestAwareAuthenticationSuccessHandler {

    private final LastUser lastUser;
    private final Clock clock;

    LogInDone(LastUser lastUser, Clock clock) {
        this.lastUser = lastUser;
        this.clock = clock;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws ServletException, IOException {
        if (!(authentication.getPrincipal() instanceof StaffUser user)) {
            throw new IllegalStateException("somebody else's log-in");
        }
        // A form that waited in the session may have kept it longer.
        request.getSession().setMaxInactiveInterval((int)
                Duration.ofMinutes(request.getServletContext().getSessionTimeout())
                        .toSeconds());
        lastUser.remember(user.id(), request, response);
        if (KeptForm.in(request.getSession(), user.id(), clock.instant()).isPresent()) {
            clearAuthenticationAttributes(request);
            response.sendRedirect("/session/kept");
            return;
        }
        KeptForm.forget(request.getSession());
        super.onAuthenticationSuccess(request, response, authentication);
    }
}
