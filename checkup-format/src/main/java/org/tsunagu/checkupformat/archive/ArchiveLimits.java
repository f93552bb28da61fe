package org.tsunagu.checkupformat.archive;

/// Bounds of what is read of one archive (アーカイブの上限), so that a ZIP bomb costs nothing.
///
/// @param entries most files and folders
/// @param expandedBytes largest sum of the files when expanded
/// @param entryBytes largest file when expanded
/// @param ratio highest ratio of expanded to compressed size, of the whole and of each file
/// @param depth deepest nesting of folders
public record ArchiveLimits(long entries, long expandedBytes, long entryBytes, int ratio, int depth) {

    /// Refuses a limit that no array could hold.
    public ArchiveLimits {
        if (entryBytes > Integer.MAX_VALUE - Long.BYTES) {
            throw new IllegalArgumentException("entryBytes %d is more than memory can hold".formatted(entryBytes));
        }
    }

    /// Above a year of the largest insurer: 2 million files, 128 GiB, 8 MiB a file, ratio 200, 8 folders deep.
    /// Documents with deep indentation compress to a thirtieth.
    public static ArchiveLimits standard() {
        return new ArchiveLimits(2_000_000, 128L << 30, 8L << 20, 200, 8);
    }
}
