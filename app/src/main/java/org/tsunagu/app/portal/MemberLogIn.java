package org.tsunagu.app.portal;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/// Lets members in by log-in name and password (加入者のログイン). It is no bean: the office must never ask it.
final class MemberLogIn implements AuthenticationProvider {

    private final MemberAccounts accounts;

    MemberLogIn(MemberAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        var device = String.valueOf(asked.getDetails());
        var result = accounts.logIn(asked.getName(), String.valueOf(asked.getCredentials()), device);
        return switch (result.verdict()) {
            case WELCOME -> MemberSecurity.authenticated(result.user().orElseThrow());
            case WRONG, LOCKED, TAKEN -> throw new BadCredentialsException("wrong");
        };
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
