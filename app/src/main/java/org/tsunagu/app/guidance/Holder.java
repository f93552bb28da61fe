package org.tsunagu.app.guidance;

import org.tsunagu.app.access.Assignments;

/// Who holds a course (実施する機関).
///
/// @param providerId account of an outside provider, who sees the course and writes in it; 0 for nobody
/// outside
/// @param name empty for the insurer itself; of a facility that only sends documents what it calls
/// itself
public record Holder(long providerId, String name) {

    /// The insurer itself (直営).
    public static final Holder OWN = new Holder(0, "");

    /// A provider with an account.
    public static Holder of(Assignments.Provider provider) {
        return new Holder(provider.id(), provider.name());
    }

    /// Somebody without an account, as a document says.
    static Holder named(String name) {
        return new Holder(0, name);
    }
}
