package org.tsunagu.app.access;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/// Who is acting, for which insurer (操作している人).
///
/// @param id 0 for the system itself and for members; negative for a program that uses the API
/// @param permissions at this insurer, today
public record Actor(long id, String name, Insurer insurer, Set<Permission> permissions) {

    /// Whether something is allowed.
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }

    private static final String PERSON = "person";
    private static final String PROXY = "proxy ";

    /// A member at the own data, or a proxy at those of somebody else: without a name, which the ledger knows by the
    /// member it speaks of.
    ///
    /// @param viewed whose data they are
    /// @param self who is acting
    public static Actor ofMember(Insurer insurer, long viewed, long self) {
        return viewed == self
                ? new Actor(0, PERSON, insurer, Set.of(Permission.VIEW_SENSITIVE))
                : new Actor(0, PROXY + self, insurer, Set.of());
    }

    /// Whether a name in the ledger is that of the member at the own data.
    public static boolean isPerson(String name) {
        return name.equals(PERSON);
    }

    /// The member who acted for another one, by a name in the ledger; empty for anybody else.
    public static OptionalLong proxy(String name) {
        return Optional.of(name)
                .filter(one -> one.startsWith(PROXY))
                .map(one -> OptionalLong.of(Long.parseLong(one.substring(PROXY.length()))))
                .orElse(OptionalLong.empty());
    }
}
