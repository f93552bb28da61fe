package org.tsunagu.rules.decision;

/// The kinds of reasons (理由の種類); each has a sentence in Japanese and English, keyed by its name.
public enum ReasonCode {
    /// A condition of a table holds (該当).
    CONDITION_MET,
    /// A condition of a table does not hold (非該当).
    CONDITION_NOT_MET,
    /// A condition cannot be decided because a value is missing (判断できず).
    CONDITION_UNKNOWN,
    /// A value was there but not used, and why (使わなかった値).
    VALUE_IGNORED,
    /// A value was computed from others (計算値).
    VALUE_COMPUTED,
    /// A group of basic items is not there (項目不足).
    GROUP_MISSING,
    /// Age reached within the fiscal year (年度末年齢).
    AGE,
    /// What the steps lead to (結論).
    CONCLUSION,
    /// The documented rule of 2008 says something else than the completions of the missing values (規定との相違).
    DEPARTURE,
    /// Nothing is decided because of the age (対象年齢外).
    OUTSIDE_AGE,
    /// The state knows no such step (この状態ではできない).
    NO_TRANSITION,
    /// A support or outcome counts in full (加算).
    POINTS_COUNTED,
    /// A support counts up to the cap (上限まで加算).
    POINTS_LIMITED,
    /// A support or outcome does not count (加算しない).
    POINTS_NOT_COUNTED,
    /// A step of waist and weight was reached (腹囲・体重の改善).
    BODY_STEP,
    /// A share of the price is due (支払割合).
    SHARE,
    /// A share of the price is due by the points executed (実施ポイントによる支払割合).
    SHARE_BY_POINTS,
    /// A criterion of priority speaks for a person (重点化の基準に該当).
    PRIORITY_GIVEN,
    /// A criterion of priority does not speak for a person (重点化の基準に非該当).
    PRIORITY_NOT_GIVEN,
    /// A step of a course is due (保健指導の期限).
    COURSE_DUE,
    /// An act, or the consent alone, on which data are asked for (情報提供の根拠).
    GROUND,
    /// What the person has to say to it (本人の同意の要否).
    GROUND_WILL,
    /// The holder must give the data (提供義務).
    GROUND_DUTY,
    /// There is no ground (根拠なし).
    GROUND_MISSING,
    /// A ground holds for other ages (対象年齢外の根拠).
    GROUND_OTHER_AGE,
    /// A ground holds on other days (適用期間外の根拠).
    GROUND_OTHER_DAY
}
