package org.tsunagu.app.access;

import java.util.Optional;
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

    /// The member whose data are seen by a member or a proxy; empty for anybody else.
    static OptionalLong viewed() {
        return member().map(user -> OptionalLong.of(user.viewed())).orElse(OptionalLong.empty());
    }

    /// The member who has logged in to the own pages; empty for anybody else.
    public static Optional<MemberUser> member() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof MemberUser user
                ? Optional.of(user)
                : Optional.empty();
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
        if (authentication != null && authentication.getPrincipal() instanceof MemberUser member) {
            return member.actor();
        }
        throw new IllegalStateException("nobody has logged in");
    }
}
