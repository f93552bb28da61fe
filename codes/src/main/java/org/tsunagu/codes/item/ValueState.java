package org.tsunagu.codes.item;

/// What became of an item (結果の状態).
public enum ValueState {
    /// A value is there (測定値あり).
    MEASURED("measured"),
    /// 未実施: the test was not done.
    NOT_PERFORMED("not_performed"),
    /// 測定不可能: tried, but no value could be had.
    NOT_MEASURABLE("not_measurable"),
    /// 入力最大値以上: above what the format holds; the number may stand beside the mark.
    ABOVE_RANGE("above_range"),
    /// 入力最小値以下: below what the format holds; the number may stand beside the mark.
    BELOW_RANGE("below_range"),
    /// The item is in the document, but without value or mark: a defect (値なし).
    EMPTY("empty"),
    /// The item is not in the document (項目なし).
    ABSENT("absent");

    private final String word;

    ValueState(String word) {
        this.word = word;
    }

    /// The word in our files.
    public String word() {
        return word;
    }

    /// Whether the item gives something to judge by: a value, or a mark above or below the range.
    public boolean isValue() {
        return this == MEASURED || this == ABOVE_RANGE || this == BELOW_RANGE;
    }
}
