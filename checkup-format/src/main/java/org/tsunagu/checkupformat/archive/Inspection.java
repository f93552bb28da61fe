package org.tsunagu.checkupformat.archive;

/// The look at every entry of the directory before any is read (事前検査): refuses an archive that is dangerous.
/// Needs no more memory for many entries than for few.
final class Inspection implements Directory.Visitor {

    /// Shortest local header of an entry.
    private static final int LOCAL_HEADER = 30;
    private static final int ENCRYPTED = 1;
    private static final int UNIX = 3;
    private static final int DARWIN = 19;
    private static final int MODE_SHIFT = 16;
    private static final int FILE_TYPE = 0xf000;
    private static final int LINK = 0xa000;
    private static final int COUNT_MASK = 0xffff;

    private final ArchiveLimits limits;
    private final EndRecord end;
    private long files;
    private long all;
    private long expanded;
    private long compressed;
    private long occupied;
    private long lastOffset;
    private long lastEnd;

    Inspection(ArchiveLimits limits, EndRecord end) {
        this.limits = limits;
        this.end = end;
    }

    /// Files seen, without folders.
    long files() {
        return files;
    }

    @Override
    public void visit(ArchiveEntry entry, int madeBy, long attributes) throws RefusedArchive {
        if (++all > limits.entries()) {
            throw RefusedArchive.overLimit("ARCHIVE-ENTRIES", Math.max(all, end.count()), limits.entries());
        }
        var name = entry.name();
        var isLink = (madeBy == UNIX || madeBy == DARWIN) && ((attributes >>> MODE_SHIFT) & FILE_TYPE) == LINK;
        require(!EntryNames.isDangerous(name), "ARCHIVE-PATH", name);
        require(!isLink, "ARCHIVE-LINK", name);
        if (EntryNames.depth(name) > limits.depth()) {
            throw RefusedArchive.overLimit("ARCHIVE-DEPTH", EntryNames.depth(name), limits.depth());
        }
        if ((entry.flags() & ENCRYPTED) != 0) {
            throw new RefusedArchive("ARCHIVE-ENCRYPTED");
        }
        if (!name.endsWith("/")) {
            files++;
        }
        place(entry);
        sizes(entry);
    }

    /// Entries in the order of the file must not reach into each other. For any other order the sum of all must fit,
    /// which leaves nothing to gain from an overlap.
    private void place(ArchiveEntry entry) throws RefusedArchive {
        var isNegative = entry.offset() < 0 || entry.size() < 0 || entry.compressedSize() < 0;
        if (isNegative || entry.offset() > end.start() || entry.compressedSize() > end.start()) {
            throw RefusedArchive.notZip("bad-directory");
        }
        var overlaps = all > 1 && entry.offset() >= lastOffset && entry.offset() < lastEnd;
        require(!overlaps, "ARCHIVE-OVERLAP", entry.name());
        lastOffset = entry.offset();
        lastEnd = entry.offset() + LOCAL_HEADER + entry.compressedSize();
        occupied += LOCAL_HEADER + entry.compressedSize();
        require(occupied <= end.start(), "ARCHIVE-OVERLAP", entry.name());
    }

    /// A file over its own limit is never expanded, so it does not count against the archive.
    private void sizes(ArchiveEntry entry) throws RefusedArchive {
        if (entry.size() > limits.entryBytes()) {
            return;
        }
        expanded += entry.size();
        compressed += entry.compressedSize();
        if (expanded > limits.expandedBytes()) {
            throw RefusedArchive.overLimit("ARCHIVE-SIZE", expanded, limits.expandedBytes());
        }
    }

    /// After the last entry.
    void finish() throws RefusedArchive {
        if ((all & COUNT_MASK) != (end.count() & COUNT_MASK)) {
            throw RefusedArchive.notZip("entry-count");
        }
        Ratio.check(expanded, compressed, limits.ratio());
    }

    private static void require(boolean condition, String check, String name) throws RefusedArchive {
        if (!condition) {
            throw new RefusedArchive(check, "actual", EntryNames.shown(name));
        }
    }
}
