package org.tsunagu.app.checkups;

/// Which of several results of a person in a fiscal year is the one of the year (年度の結果): the latest
/// complete one, without any the latest. The report counts it, guidance is offered for it; RULES 2.3 asks
/// for one complete examination and does not say which.
public final class ResultOfYear {

    private ResultOfYear() {}

    /// What compares results in SQL: the greatest is the one of the year.
    ///
    /// @param checkup alias of `checkups.checkup`
    /// @param complete alias of its current decision on `COMPLETE`, which may be missing
    public static String rank(String checkup, String complete) {
        return "row(coalesce(%2$s.value = 'true', false), %1$s.exam_date, %1$s.id)".formatted(checkup, complete);
    }

    /// That no other result of the person in the year that counts is before it, as a condition in SQL.
    ///
    /// @param checkup alias of `checkups.checkup`
    static String isOne(String checkup) {
        return "not exists (select 1 from checkups.checkup other"
                + " left join checkups.current_decision theirs on theirs.checkup_id = other.id"
                + " and theirs.question = 'COMPLETE'"
                + " left join checkups.current_decision mine on mine.checkup_id = %1$s.id and mine.question = 'COMPLETE'"
                        .formatted(checkup)
                + " where other.member_id = %1$s.member_id and other.fiscal_year = %1$s.fiscal_year".formatted(checkup)
                + " and other.superseded_by is null and not other.withdrawn and "
                + rank("other", "theirs") + " > " + rank(checkup, "mine") + ")";
    }
}
