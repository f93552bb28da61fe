package org.tsunagu.app.access;

/// What can be allowed (権限). The names are part of the public promise and never change meaning.
public enum Permission {
    /// See persons, their results and judgements (個人の閲覧).
    VIEW_PERSONS,
    /// Record contacts, take on and close tasks (連絡の記録と作業).
    WORK,
    /// Take in files (ファイルの取り込み).
    TAKE_IN,
    /// Decide whom a doubtful document belongs to (突合の判断).
    DECIDE_MATCHES,
    /// Take in the register (資格台帳の取り込み).
    IMPORT_REGISTER,
    /// Take lists of persons out of the system (持ち出し).
    EXPORT,
    /// Add and lock users (利用者の管理).
    MANAGE_USERS,
    /// Read the ledger of looks (記録の閲覧).
    READ_AUDIT,
    /// See counts without persons (件数の閲覧).
    VIEW_COUNTS,
    /// Set the targets of the implementation plan (実施計画の目標の登録).
    PLAN,
    /// See one person in an emergency, with a reason (緊急閲覧).
    BREAK_GLASS,
    /// See the members who are assigned to oneself, and record contacts with them (担当する方の閲覧).
    VIEW_ASSIGNED,
    /// Decide and pay what members get back of a human dock (人間ドックの補助の設定と支払い).
    REIMBURSE,
    /// Enter contracts, decide and pay what facilities claim (機関との決済).
    SETTLE,
    /// See diseases and drugs that need special care, mental disorders among them (配慮を要する傷病の閲覧).
    VIEW_SENSITIVE,
    /// See the figures of the running program (稼働状況の閲覧).
    VIEW_METRICS,
    /// See what one's own workplace is asked for, and deliver it (事業主としての提供).
    DELIVER,
    /// Ask employers and other insurers for results, and hand results over (提供の依頼と引継ぎ).
    EXCHANGE
}
