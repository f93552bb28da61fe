package org.tsunagu.linkage.field;

/// What kind of thing a field holds (項目の種類): decides how values become keys and how keys are compared.
public enum Kind {
    /// A name or another short text (氏名など).
    NAME,
    /// A date (日付).
    DATE,
    /// A number that identifies or places: on a card, of a telephone, of a house (番号).
    NUMBER,
    /// One of few words or codes (区分).
    CODE,
    /// A longer text of several words (文章・住所).
    TEXT,
    /// An amount (金額・数量).
    AMOUNT,
    /// Not compared (使わない).
    IGNORE
}
