package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Reads an exchange archive (送付用ファイルアーカイブ), a ZIP, straight from the disk: the directory is walked through a
/// window and files are expanded one at a time, so that a million documents need no more memory than a thousand.
///
/// Nothing in the archive is trusted: paths, sizes, ratios and checksums are looked at, and what is wrong is reported
/// with an `ARCHIVE-` check. Files may be read by several threads at once.
public final class ArchiveReader implements AutoCloseable {

    private static final int NESTED_SIGNATURE = 0x04034b50;

    private final FileChannel channel;
    private final String shownName;
    private final ArchiveLimits limits;
    private final Reporter reporter;
    private final EndRecord end;
    private final long files;
    private final Queue<Expander> idle = new ConcurrentLinkedQueue<>();

    private ArchiveReader(
            FileChannel channel, String shownName, ArchiveLimits limits, Reporter reporter, EndRecord end, long files) {
        this.channel = channel;
        this.shownName = shownName;
        this.limits = limits;
        this.reporter = reporter;
        this.end = end;
        this.files = files;
    }

    /// Opens an archive after one look at its whole directory; empty when it is no readable ZIP or dangerous, which is
    /// reported.
    ///
    /// @param shownName the file as the user gave it, for the places of problems
    public static Optional<ArchiveReader> open(Path file, String shownName, ArchiveLimits limits, Reporter reporter) {
        try {
            var channel = FileChannel.open(file);
            try {
                var end = EndRecord.find(channel);
                var inspection = new Inspection(limits, end);
                new Directory(channel, end).forEach(inspection);
                inspection.finish();
                return Optional.of(new ArchiveReader(channel, shownName, limits, reporter, end, inspection.files()));
            } catch (RefusedArchive refused) {
                channel.close();
                reporter.report(refused.check(), Place.of(shownName), refused.arguments());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            unreadable(reporter, Place.of(shownName), e);
        }
        return Optional.empty();
    }

    /// How many files there are, folders not counted.
    public long entries() {
        return files;
    }

    /// Walks the files in the order of the directory, each time from the disk.
    public void forEach(Consumer<ArchiveEntry> action) {
        try {
            new Directory(channel, end).forEach((entry, madeBy, attributes) -> {
                if (!entry.name().endsWith("/")) {
                    action.accept(entry);
                }
            });
        } catch (RefusedArchive refused) {
            reporter.report(refused.check(), Place.of(shownName), refused.arguments());
        } catch (IOException e) {
            unreadable(reporter, Place.of(shownName), e);
        }
    }

    /// Expands a file; empty when it is too large, damaged or a ZIP itself, which is reported.
    public Optional<byte[]> read(ArchiveEntry entry, Reporter reporter) {
        var place = Place.of(shownName, entry.name());
        var waiting = idle.poll();
        var expander = waiting == null ? new Expander(channel, end) : waiting;
        try {
            checkSizes(entry);
            var bytes = expander.expand(entry);
            checkNested(entry, isZip(bytes));
            return Optional.of(bytes);
        } catch (RefusedArchive refused) {
            reporter.report(refused.check(), place, refused.arguments());
        } catch (IOException e) {
            unreadable(reporter, place, e);
        } finally {
            idle.add(expander);
        }
        return Optional.empty();
    }

    private void checkSizes(ArchiveEntry entry) throws RefusedArchive {
        checkNested(entry, entry.kind() == EntryKind.NESTED_ZIP);
        if (entry.size() > limits.entryBytes()) {
            throw RefusedArchive.overLimit("ARCHIVE-ENTRY-SIZE", entry.size(), limits.entryBytes());
        }
        Ratio.check(entry.size(), entry.compressedSize(), limits.ratio());
    }

    private static void checkNested(ArchiveEntry entry, boolean isZip) throws RefusedArchive {
        if (isZip) {
            throw new RefusedArchive("ARCHIVE-NESTED", "actual", EntryNames.shown(entry.name()));
        }
    }

    private static boolean isZip(byte[] bytes) {
        return bytes.length >= Integer.BYTES
                && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == NESTED_SIGNATURE;
    }

    private static void unreadable(Reporter reporter, Place place, IOException e) {
        reporter.report("ARCHIVE-UNREADABLE", place, "reason", e.getClass().getSimpleName());
    }

    @Override
    public void close() throws IOException {
        for (var expander = idle.poll(); expander != null; expander = idle.poll()) {
            expander.end();
        }
        channel.close();
    }
}
