package org.tsunagu.app.portal;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.MemberUser;

/// What holds at every request of a member (マイページのセッションの決まり): the session was not ended elsewhere, and a proxy still
/// is one today.
final class MemberRules extends OncePerRequestFilter {

    private final MemberSessions sessions;
    private final Proxies proxies;

    MemberRules(MemberSessions sessions, Proxies proxies) {
        this.sessions = sessions;
        this.proxies = proxies;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var user = Actors.member();
        if (user.isPresent() && !sessions.isAlive(user.get())) {
            SecurityContextHolder.clearContext();
            request.getSession().invalidate();
            response.sendRedirect("/my/login?ended");
            return;
        }
        if (user.filter(MemberUser::isProxy).isPresent() && !isStillProxy(user.get(), request, response)) {
            // Never goes on: what was meant for somebody else must not be done to the own data.
            response.sendRedirect("/my?notice=portal.proxy.over");
            return;
        }
        chain.doFilter(request, response);
    }

    private boolean isStillProxy(MemberUser user, HttpServletRequest request, HttpServletResponse response) {
        var scope = proxies.scope(user, user.viewed());
        if (scope.isEmpty()) {
            Within.set(user.atOwn(), request, response);
        } else if (!scope.get().equals(user.scope())) {
            Within.set(user.at(user.viewed(), scope.get()), request, response);
        }
        return scope.isPresent();
    }
}
