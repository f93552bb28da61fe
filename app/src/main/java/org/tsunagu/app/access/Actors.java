package org.tsunagu.app.access;

import java.util.OptionalLong;
import org.springframework.security.core.context.SecurityContextHolder;

/// The actor of this request (現在の操作者).
public final class Actors {

    private Actors() {}

    /// The account of an outside provider who is acting; empty for anybody else.
    static OptionalLong outsider() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof StaffUser user && user.isOutsider()
                ? OptionalLong.of(user.id())
                : OptionalLong.empty();
    }

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
