package org.tsunagu.app.audit;

/// One entry to be written (記録する操作).
///
/// @param kind what was done
/// @param dataClass which data: `checkup`, `register`, `contact` and so on
/// @param memberId 0 when no single person is concerned
/// @param purpose why it was looked at, a key of the message file
/// @param basis the legal ground or the rule of the house, never empty
/// @param place screen, command or job
/// @param detail counts, codes and ids only; no names, no values
public record Look(
        Kind kind, String dataClass, long memberId, String purpose, String basis, String place, String detail) {

    /// What was done (操作の種類).
    public enum Kind {
        VIEW,
        LIST,
        CHANGE,
        PRINT,
        EXPORT,
        BATCH,
        LOGIN,
        /// Somebody without the right to see persons has opened one, with a reason.
        EMERGENCY
    }

    /// A look at one person.
    public static Look at(long memberId, String dataClass, String purpose, String place) {
        return new Look(Kind.VIEW, dataClass, memberId, purpose, OWN_WORK, place, "");
    }

    /// People on a list.
    public static Look listed(long memberId, String dataClass, String place) {
        return new Look(Kind.LIST, dataClass, memberId, "work", OWN_WORK, place, "");
    }

    /// A change about one person; 0 for none.
    public static Look changed(long memberId, String dataClass, String place, String detail) {
        return new Look(Kind.CHANGE, dataClass, memberId, "work", OWN_WORK, place, detail);
    }

    /// What members do at their own data, or a proxy in their name.
    public static Look own(Kind kind, long memberId, String dataClass, String place, String detail) {
        return new Look(kind, dataClass, memberId, "own", OWN_DATA, place, detail);
    }

    /// The same about one person.
    Look about(long member) {
        return new Look(kind, dataClass, member, purpose, basis, place, detail);
    }

    /// The insurer's own duty under the act (高齢者の医療の確保に関する法律 第20条・第24条).
    public static final String OWN_WORK = "LAW-HOKEN-20-24";

    /// The person's own right to see the own data (本人による閲覧).
    public static final String OWN_DATA = "OWN-DATA";
}
