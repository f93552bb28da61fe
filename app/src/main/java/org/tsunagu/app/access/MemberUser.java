package org.tsunagu.app.access;

import java.util.Set;
import java.util.UUID;

/// A member who has logged in to the own pages (ログインした加入者): never a user of the office, whatever the session.
///
/// @param self who has logged in
/// @param name of whoever has logged in
/// @param viewed whose data are seen: of another member for a proxy
/// @param scope names of what a proxy may see; of no meaning for the member
/// @param session of the account, so that it can be ended
public record MemberUser(Insurer insurer, long self, String name, long viewed, Set<String> scope, UUID session) {

    /// The authority of every member.
    public static final String AUTHORITY = "MEMBER";

    /// Keeps its own copy.
    public MemberUser {
        scope = Set.copyOf(scope);
    }

    /// A member at the own data.
    public static MemberUser of(Insurer insurer, long self, String name, UUID session) {
        return new MemberUser(insurer, self, name, self, Set.of(), session);
    }

    /// Whether somebody else's data are seen.
    public boolean isProxy() {
        return viewed != self;
    }

    /// The same person at the data of another member.
    public MemberUser at(long member, Set<String> allowed) {
        return new MemberUser(insurer, self, name, member, allowed, session);
    }

    /// The same person at the own data.
    public MemberUser atOwn() {
        return of(insurer, self, name, session);
    }

    Actor actor() {
        return Actor.ofMember(insurer, viewed, self);
    }
}
