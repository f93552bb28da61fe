package org.tsunagu.codes.item;

import java.util.Locale;

/// Whether the specific checkup needs an item (必須・任意), column `requirement` of `items.tsv`.
public enum Requirement {
    /// 必須.
    REQUIRED,
    /// いずれか必須: one item of the group.
    REQUIRED_ONE_OF,
    /// 詳細な健診: only when the doctor judges it necessary.
    DETAILED,
    /// 情報を入手した場合に出力.
    OUTPUT_IF_PRESENT,
    /// 任意: goes to section 01990.
    OPTIONAL,
    /// Not in Annex 2 at all, commonly added to section 01990 (任意追加項目).
    ADDITIONAL;

    static Requirement of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }
}
