package org.tsunagu.app.access;

import org.springframework.security.core.context.SecurityContextHolder;

/// The actor of this request (現在の操作者).
public final class Actors {

    private Actors() {}

    /// Who is acting.
    ///
    /// @throws IllegalStateException outside a request of somebody who has logged in
    public static Actor current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof StaffUser user) {
            return user.actor();
        }
        if (authentication != null && authentication.getPrincipal() instanceof Actor program) {
            return program;
        }
        throw new IllegalStateException("nobody has logged in");
    }
}
