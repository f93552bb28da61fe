package org.tsunagu.app.portal.web;

import org.tsunagu.app.access.MemberUser;
import org.tsunagu.app.portal.Scope;

/// Whoever looks at a member's pages, and whose they are (見ている人).
///
/// @param viewedName name of whose pages they are
/// @param size of the letters, 1 to 3
/// @param unread messages
public record Viewer(MemberUser user, String viewedName, int size, int unread) {

    /// The member whose data are seen.
    public long member() {
        return user.viewed();
    }

    /// Whether somebody else's data are seen.
    public boolean isProxy() {
        return user.isProxy();
    }

    /// Whether some data may be seen.
    public boolean may(Scope scope) {
        return !user.isProxy() || user.scope().contains(scope.name());
    }

    /// The same by its name, for the menu.
    public boolean may(String scope) {
        return may(Scope.valueOf(scope));
    }
}
