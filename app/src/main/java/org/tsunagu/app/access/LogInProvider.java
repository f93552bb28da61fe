package org.tsunagu.app.access;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/// Lets people in by login and password (ログイン), and says what came of it to whoever keeps the ledger.
@Component
class LogInProvider implements AuthenticationProvider {

    private final Accounts accounts;
    private final ApplicationEventPublisher events;

    LogInProvider(Accounts accounts, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.events = events;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var result = accounts.logIn(asked.getName(), String.valueOf(asked.getCredentials()));
        events.publishEvent(new LoggedIn(result.staffId(), result.verdict()));
        return switch (result.verdict()) {
            case WELCOME -> {
                var user = result.user().orElseThrow();
                yield UsernamePasswordAuthenticationToken.authenticated(user, null, user.getAuthorities());
            }
            case CODE -> throw new CodeNeeded(result.staffId());
            case LOCKED -> throw new LockedException("locked");
            case WRONG, NO_ROLE -> throw new BadCredentialsException("wrong");
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
