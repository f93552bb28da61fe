package org.tsunagu.rules.guidance;

/// What takes the points from a support or an outcome (ポイントにならない事情), each by a row of `point-rules.tsv`.
public enum Circumstance {
    /// The value was measured before the final evaluation (初回面接や中間評価での測定).
    NOT_AT_EVALUATION,
    /// A voice or message by a machine, without a professional (自動音声・自動生成文).
    AUTOMATIC,
    /// A reply of pictures or emoji alone (絵文字だけの返信).
    PICTURES_ONLY,
    /// The habit was not kept long enough (継続期間の不足).
    KEPT_TOO_SHORT,
    /// Waist and weight as told, without measurement or data (根拠のない自己申告).
    SELF_REPORTED,
    /// The habit had no target in the plan (目標なし).
    NOT_PLANNED,
    /// The first interview or the final evaluation itself (初回面接・実績評価そのもの).
    INTERVIEW_ITSELF,
    /// A message that only books or reminds (予約や確認だけの連絡).
    REMINDER_ONLY
}
