package org.tsunagu.rules.guidance;

/// Where a course of guidance stands (特定保健指導の状態). The names are the rows of `states.tsv`, which has what each means.
public enum CourseState {
    /// Selected as a target (対象者選定).
    TARGETED,
    /// Ticket issued (利用券発行).
    TICKET_ISSUED,
    /// Reminded (利用勧奨中).
    INVITED,
    /// Appointment made (予約済).
    BOOKED,
    /// First part of the first interview done (初回面接①済).
    INITIAL_PART1,
    /// First interview and plan done (初回面接完了).
    INITIAL_DONE,
    /// Continued support (継続的支援中).
    CONTINUING,
    /// Interim evaluation done (中間評価済).
    INTERIM_DONE,
    /// Time of the final evaluation (実績評価時期).
    EVALUATION_DUE,
    /// Finished (終了).
    COMPLETED,
    /// Evaluated below the required points (未完了終了).
    UNFINISHED,
    /// Notice of dropout sent (脱落通知済).
    DROPOUT_NOTICED,
    /// Dropped out (途中脱落).
    DROPPED,
    /// Membership lost (資格喪失).
    LOST_ELIGIBILITY,
    /// Declined (辞退).
    DECLINED,
    /// Left out because a drug was started (服薬開始により除外).
    EXCLUDED_DRUG,
    /// Changed to motivational support in the second active year (動機付け支援相当に変更).
    SUBSTITUTED
}
