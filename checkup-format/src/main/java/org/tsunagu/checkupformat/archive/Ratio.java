package org.tsunagu.checkupformat.archive;

/// Expanded against compressed size (圧縮率).
final class Ratio {

    /// Below this size no ratio does harm.
    private static final long HARMLESS = 1 << 20;

    private Ratio() {}

    static void check(long expanded, long compressed, long limit) throws RefusedArchive {
        var ratio = expanded / Math.max(1, compressed);
        if (expanded > HARMLESS && ratio > limit) {
            throw RefusedArchive.overLimit("ARCHIVE-RATIO", ratio, limit);
        }
    }
}
