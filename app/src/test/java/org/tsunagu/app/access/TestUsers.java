package org.tsunagu.app.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.Office;

public final class TestUsers {

    private TestUsers() {}

    public static StaffUser user(Insurer insurer, Role role) {
        return user(insurer, role, 1);
    }

    private static StaffUser user(Insurer insurer, Role role, long id) {
        return new StaffUser(
                id, "test", "試験 一子", Map.of(insurer, Set.of(role)), insurer, new Standing(1, false, false, Set.of()));
    }

    /// Works in the database as an outside provider does.
    static <T> T asProvider(Office office, Insurer insurer, long id, Supplier<T> work) {
        var user = user(insurer, Role.PROVIDER, id);
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(user, null, List.of()));
        try {
            return office.bean(TenantTransactions.class).in(insurer.id(), work);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
