package org.tsunagu.rules.guidance;

/// What happens in a course of guidance (出来事). The names are the column `trigger` of `transitions.tsv`.
public enum Trigger {
    /// The ticket is issued (利用券発行).
    ISSUE_TICKET,
    /// A reminder goes out (利用勧奨).
    REMIND,
    /// The person applies (申込み).
    APPLY,
    /// First part of a split first interview (初回面接①).
    FIRST_PART,
    /// Second part of it, with the plan (初回面接②).
    SECOND_PART,
    /// Whole first interview, with the plan (初回面接).
    FIRST_INTERVIEW,
    /// The course becomes one of the second active year (動機付け支援相当への変更).
    SUBSTITUTE,
    /// A session or message of support (継続的支援).
    SUPPORT,
    /// Interim evaluation (中間評価).
    INTERIM,
    /// Final evaluation (実績評価).
    EVALUATE,
    /// The final evaluation is given up after repeated attempts (実績評価の断念).
    GIVE_UP_EVALUATION,
    /// Notice that the course will end for want of contact (途中終了の通知).
    NOTIFY_DROPOUT,
    /// The person asks to go on (再開).
    RESUME,
    /// Membership of the insurer ends (資格喪失); the day is the day on which it is lost.
    LOSE_MEMBERSHIP,
    /// A drug was started (服薬開始).
    START_DRUG,
    /// The person declines (辞退).
    DECLINE,
    /// Nothing but the passing of time (期限の経過).
    TIME_PASSED
}
