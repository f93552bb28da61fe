package org.tsunagu.app.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/// The door of a person's page (個人ページの入口): open to those who may see persons, and in an emergency for the one person.
final class PersonGate implements AuthorizationManager<RequestAuthorizationContext> {

    private final Clock clock;

    PersonGate(Clock clock) {
        this.clock = clock;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        var who = authentication.get();
        return new AuthorizationDecision(who != null
                && who.getPrincipal() instanceof StaffUser user
                && (user.actor().may(Permission.VIEW_PERSONS) || isEmergency(user, context)));
    }

    private boolean isEmergency(StaffUser user, RequestAuthorizationContext context) {
        return user.actor().may(Permission.BREAK_GLASS)
                && user.emergency()
                        .filter(one -> !one.isOver(OffsetDateTime.now(clock)))
                        .filter(one -> Long.toString(one.memberId())
                                .equals(context.getVariables().get("id")))
                        .isPresent();
    }
}
