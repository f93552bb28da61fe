package org.tsunagu.app.access;

import java.util.Set;

/// Who is acting, for which insurer (操作している人).
///
/// @param id 0 for the system itself; negative for a program that uses the API
/// @param permissions at this insurer, today
public record Actor(long id, String name, Insurer insurer, Set<Permission> permissions) {

    /// Whether something is allowed.
    public boolean may(Permission permission) {
        return permissions.contains(permission);
    }
}
