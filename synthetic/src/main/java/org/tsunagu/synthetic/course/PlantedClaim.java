package org.tsunagu.synthetic.course;

import java.util.Locale;

/// Something that is known of a person's claims before anybody looks for it (植え付けた事実), a line of
/// `planted-claims.csv`.
///
/// @param member id in the register
/// @param what the medicines or illness concerned: `HT`, `DM`, `LIP`, an ingredient or a correction
/// @param from first month or day
/// @param to last month or day; empty for one day
/// @param detail what else there is to say
public record PlantedClaim(Kind kind, int member, String what, String from, String to, String detail) {

    /// The first line of the file.
    public static final String HEADING = "kind,member_id,what,from,to,detail\n";

    /// What there is to find (植え付けの種類).
    public enum Kind {
        /// Treated for at least a year, then never again (治療中断). `from` and `to`: first and last visit.
        STOPPED,
        /// Doctor-visit value at a checkup and no care for it (受診勧奨後の未受診). `from`: the checkup;
        /// `to`: six months later.
        NEVER_TREATED,
        /// The same ingredient from two places at a time (重複服薬). `from` and `to`: months with both.
        DUPLICATE,
        /// Six or more ingredients for two weeks or more (多剤服薬). `detail`: how many.
        MANY_DRUGS,
        /// Insured through one or more fiscal years without checkup or claim (健康状態不明). `from` and
        /// `to`: days.
        NO_STATUS,
        /// On maintenance dialysis (人工透析). `from` and `to`: months.
        DIALYSIS,
        /// Cut by the review body (査定). `from`: care month; `detail`: points.
        REDUCED,
        /// Returned (返戻) and sent again two months later. `from`: care month.
        RETURNED,
        /// An instruction of the review body points to a row that is not there. `from`: care month.
        BROKEN_CORRECTION
    }

    /// The line in the file.
    public String line() {
        return String.join(",", kind.name().toLowerCase(Locale.ROOT), Integer.toString(member), what, from, to, detail)
                + "\n";
    }
}
