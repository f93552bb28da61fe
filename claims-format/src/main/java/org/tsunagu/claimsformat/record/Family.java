package org.tsunagu.claimsformat.record;

/// Who made a file (ファイルの系統), which decides how its rows begin.
public enum Family {
    /// What a provider sends to the review body (請求): rows are records.
    PROVIDER(0),
    /// What an insurer receives from the review body (コード情報ファイル): three columns stand before each record.
    INSURER(3);

    private final int prefix;

    Family(int prefix) {
        this.prefix = prefix;
    }

    /// Columns before the record.
    public int prefix() {
        return prefix;
    }
}
