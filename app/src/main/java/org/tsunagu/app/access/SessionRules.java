package org.tsunagu.app.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// What holds at every request of somebody who has logged in (セッションの決まり): the account is still as it was at the
/// log-in, a duty is done before anything else, an emergency ends in time.
final class SessionRules extends OncePerRequestFilter {

    private final StaffUsers users;
    private final Sessions sessions;
    private final Clock clock;

    SessionRules(StaffUsers users, Sessions sessions, Clock clock) {
        this.users = users;
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getServletPath().startsWith("/assets/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && !(authentication instanceof AnonymousAuthenticationToken)
                && !(authentication.getPrincipal() instanceof StaffUser)) {
            // Somebody whom the identity service knows and we do not.
            end(request, response, "/login?unknown");
            return;
        }
        if (authentication == null || !(authentication.getPrincipal() instanceof StaffUser user)) {
            chain.doFilter(request, response);
            return;
        }
        var version = users.version(user.id());
        if (version.isEmpty() || version.getAsInt() != user.standing().version()) {
            end(request, response, "/login?ended");
            return;
        }
        var duty = user.duty();
        if (duty.isPresent() && !isFree(request.getServletPath(), duty.get())) {
            response.sendRedirect(duty.get().place());
            return;
        }
        if (user.emergency()
                .filter(one -> one.isOver(OffsetDateTime.now(clock)))
                .isPresent()) {
            sessions.become(user.in(Optional.empty()), request, response);
        }
        KeptForm.forgetIfSent(request);
        chain.doFilter(request, response);
    }

    private static void end(HttpServletRequest request, HttpServletResponse response, String place) throws IOException {
        SecurityContextHolder.clearContext();
        request.getSession().invalidate();
        response.sendRedirect(place);
    }

    private static boolean isFree(String path, Duty duty) {
        return path.equals(duty.place()) || path.equals("/language") || path.equals("/logout") || path.equals("/error");
    }
}
