package org.tsunagu.checkupformat.document;

/// A return of a settlement file (返戻・過誤返戻の処理結果), as written.
///
/// @param interactionType 種別 of the exchange it was returned in
/// @param recorded 記録日, `YYYYMMDD`
/// @param reason code of 別表9 (agency) or 別表10 (insurer)
/// @param text at most 100 characters
public record Adjudication(Field interactionType, Field recorded, Field reason, Field text) {}
