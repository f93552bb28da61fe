package org.tsunagu.cli.check;

import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// One step of a run in its order (処理の単位): note what is wrong with a file, check what is in it, end it.
sealed interface Task {

    Origin origin();

    /// Bytes in memory while it is worked on.
    long weight();

    /// What is wrong with a file as a whole, found before or between its documents.
    record Note(Origin origin, List<Problem> problems) implements Task {
        @Override
        public long weight() {
            return 0;
        }
    }

    /// A file to read: an entry of an archive, or a loose one.
    ///
    /// @param kind what it is by its place; [EntryKind#DATA] for a loose file, which may be anything
    record File(Origin origin, Place place, EntryKind kind, long weight, Content content) implements Task {}

    /// A document that was read from a row of a CSV.
    ///
    /// @param problems found while it was read
    record Row(Origin origin, Place place, CheckupDocument document, List<Problem> problems) implements Task {
        private static final long TYPICAL = 1 << 14;

        @Override
        public long weight() {
            return TYPICAL;
        }
    }

    /// Ends a file: what only all of it can show, and its resources.
    record End(Origin origin) implements Task {
        @Override
        public long weight() {
            return 0;
        }
    }

    /// How the bytes of a file are had (読み込み); may be called by any thread.
    @FunctionalInterface
    interface Content {
        Optional<byte[]> read(Reporter reporter);
    }
}
