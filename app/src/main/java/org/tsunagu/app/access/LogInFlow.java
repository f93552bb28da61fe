package org.tsunagu.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.security.web.authentication.session.ChangeSessionIdAuthenticationStrategy;
import org.springframework.security.web.authentication.session.CompositeSessionAuthenticationStrategy;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.stereotype.Component;

/// Where a log-in leads (ログインの流れ): from the password to the code, from there to where one wanted to go.
@Component
class LogInFlow {

    private final SecondFactor factor;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final CsrfTokenRepository tokens = new HttpSessionCsrfTokenRepository();
    private final AuthenticationSuccessHandler done;
    private final AccessDeniedHandler denied;

    LogInFlow(SecondFactor factor, LastUser lastUser, ApplicationEventPublisher events, Clock clock) {
        this.factor = factor;
        this.events = events;
        this.clock = clock;
        this.done = new LogInDone(lastUser, clock);
        this.denied = new LateForm(lastUser, clock);
    }

    CsrfTokenRepository tokens() {
        return tokens;
    }

    AuthenticationSuccessHandler done() {
        return done;
    }

    AccessDeniedHandler denied() {
        return denied;
    }

    void failed(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        switch (failure) {
            case CodeNeeded needed -> {
                new HalfLogIn(needed.staffId(), clock.instant()).keep(request);
                response.sendRedirect(CodeFilter.PLACE);
            }
            case LockedException locked -> response.sendRedirect("/login?locked");
            case CredentialsExpiredException tooLate -> response.sendRedirect("/login?again");
            default ->
                response.sendRedirect(
                        request.getServletPath().equals(CodeFilter.PLACE)
                                ? CodeFilter.PLACE + "?wrong"
                                : "/login?wrong");
        }
    }

    /// The second step does what the form of the first does: a new session id and a new token.
    CodeFilter codes() {
        var filter = new CodeFilter(factor, events, clock);
        filter.setSecurityContextRepository(new HttpSessionSecurityContextRepository());
        filter.setSessionAuthenticationStrategy(new CompositeSessionAuthenticationStrategy(
                List.of(new ChangeSessionIdAuthenticationStrategy(), new CsrfAuthenticationStrategy(tokens))));
        filter.setAuthenticationSuccessHandler(done);
        filter.setAuthenticationFailureHandler(this::failed);
        return filter;
    }
}
