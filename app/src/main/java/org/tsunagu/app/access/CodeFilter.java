package org.tsunagu.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Objects;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.CredentialsExpiredException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AbstractAuthenticationProcessingFilter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/// The second step of a log-in (確認コード): only after it is there anybody in the session.
final class CodeFilter extends AbstractAuthenticationProcessingFilter {

    static final String PLACE = "/login/code";

    private final SecondFactor factor;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CodeFilter(SecondFactor factor, ApplicationEventPublisher events, Clock clock) {
        super(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, PLACE));
        this.factor = factor;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Authentication attemptAuthentication(HttpServletRequest request, HttpServletResponse response) {
        var half = HalfLogIn.in(request, clock.instant())
                .orElseThrow(() -> new CredentialsExpiredException("no password was shown"));
        var code = Objects.requireNonNullElse(request.getParameter("code"), "");
        var result = factor.logIn(half.staffId(), code);
        events.publishEvent(new LoggedIn(result.staffId(), result.verdict()));
        return switch (result.verdict()) {
            case WELCOME -> {
                HalfLogIn.forget(request);
                var user = result.user().orElseThrow();
                yield UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
            }
            case LOCKED -> {
                HalfLogIn.forget(request);
                throw new LockedException("locked");
            }
            case WRONG, NO_ROLE, CODE -> throw new BadCredentialsException("wrong code");
        };
    }
}
