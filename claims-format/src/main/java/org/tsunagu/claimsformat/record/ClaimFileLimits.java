package org.tsunagu.claimsformat.record;

/// Bounds of what is looked for claims (探索の上限), so that a ZIP bomb costs nothing.
///
/// @param entries most files altogether
/// @param entryBytes largest file when expanded
/// @param ratio highest ratio of expanded to compressed size, above one megabyte
/// @param depth deepest nesting of archives, 1 for an archive without archives
public record ClaimFileLimits(int entries, long entryBytes, int ratio, int depth) {

    /// Above a year of a large insurer: 100,000 files, 16 GiB a file, ratio 200, four archives deep.
    public static ClaimFileLimits standard() {
        return new ClaimFileLimits(100_000, 16L << 30, 200, 4);
    }
}
