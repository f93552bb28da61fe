package org.tsunagu.codes.item;

/// The data type of an item's value (データ型) as `xsi:type` names it.
public enum ValueType {
    /// A number with a unit (数値).
    PQ,
    /// A code (コード).
    CD,
    /// An ordered code (順序付きコード).
    CO,
    /// Text (文字列).
    ST
}
