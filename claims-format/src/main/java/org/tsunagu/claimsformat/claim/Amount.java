package org.tsunagu.claimsformat.claim;

/// Numbers of points and yen as they stand in columns (数値項目).
final class Amount {

    /// Larger than any amount of a claim; what is beyond is cut off, so that no sum overflows.
    static final long LARGEST = 999_999_999_999L;

    private Amount() {}

    /// Says that a column holds something that is no whole number.
    static void report(FileContext file, String claim, Entry entry, int column) {
        var row = entry.row();
        file.report(
                "CLM-AMOUNT",
                row.fileLine(),
                claim,
                "record",
                entry.record(),
                "field",
                entry.known().layout().row(column),
                "actual",
                Shown.code(row.text(column)));
    }
}
