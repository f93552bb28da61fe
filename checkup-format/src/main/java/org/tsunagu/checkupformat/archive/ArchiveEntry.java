package org.tsunagu.checkupformat.archive;

/// One file of an archive as its central directory describes it (アーカイブ内のファイル). The sizes are claims until the
/// file was read.
///
/// @param name path with `/` between folders
/// @param size expanded, in bytes
/// @param compressedSize in bytes
/// @param method 0 stored, 8 deflated
/// @param flags general purpose bits of the ZIP format
/// @param checksum CRC-32 of the expanded bytes
/// @param offset of the local header in the file
public record ArchiveEntry(
        String name, long size, long compressedSize, int method, int flags, long checksum, long offset) {

    /// What the file is by its path.
    public EntryKind kind() {
        return EntryKind.of(name);
    }
}
