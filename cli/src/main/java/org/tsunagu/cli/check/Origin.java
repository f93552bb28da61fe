package org.tsunagu.cli.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.archive.ArchiveReader;
import org.tsunagu.checkupformat.problems.ArchiveChecks;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.problem.Severity;

/// A file that documents come from (入力ファイル): an archive, a loose XML file or a CSV. Belongs to whoever loads
/// it until its first task is on the way, then to whoever unloads in order; only the reader is shared.
final class Origin {

    private final String shownName;
    private final long size;
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable ArchiveReader reader;
    private @Nullable ArchiveChecks checks;
    private boolean isRefused;
    private long done;
    private long total = 1;

    /// @param size in bytes, for the progress
    Origin(String shownName, long size) {
        this.shownName = shownName;
        this.size = size;
    }

    String shownName() {
        return shownName;
    }

    Place place() {
        return Place.of(shownName);
    }

    /// Reports to this file.
    Reporter reporter() {
        return new Reporter(CheckupCatalogue.shipped(), problems::add);
    }

    void archive(ArchiveReader opened, ArchiveChecks begun) {
        reader = opened;
        checks = begun;
        total = Math.max(1, opened.entries());
    }

    Optional<ArchiveChecks> checks() {
        return Optional.ofNullable(checks);
    }

    /// Takes the problems reported since the last call.
    List<Problem> takeProblems() {
        if (problems.isEmpty()) {
            return List.of();
        }
        var taken = List.copyOf(problems);
        problems.clear();
        return taken;
    }

    /// A problem of the file as a whole was made known: when it refuses the file, it refuses every document that
    /// comes after it.
    void concerns(Problem problem) {
        isRefused |= problem.severity() == Severity.REFUSES_FILE;
    }

    boolean isRefused() {
        return isRefused;
    }

    /// One more of the files in it is finished.
    ///
    /// @return how many bytes of input this stands for
    long step() {
        var before = share();
        done = Math.min(total, done + 1);
        return share() - before;
    }

    /// All of it is finished.
    ///
    /// @return how many bytes of input had not been counted yet
    long finish() {
        var before = share();
        done = total;
        return share() - before;
    }

    private long share() {
        return (long) ((double) size * done / total);
    }

    void close() {
        try {
            if (checks != null) {
                checks.close();
            }
            if (reader != null) {
                reader.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
