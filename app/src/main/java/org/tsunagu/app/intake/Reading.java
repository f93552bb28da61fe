package org.tsunagu.app.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.problem.Problem;

/// A file that is being read (読み取り中のファイル), by a thread of its own, while something else is stored. It waits when
/// nobody takes what it has read: only a few hundred documents are in memory, however long the file is.
final class Reading implements AutoCloseable {

    private sealed interface Piece {
        record Entries(List<Received> chunk, int end) implements Piece {}

        record Claims(List<Received> chunk, int end) implements Piece {}

        record Problems(List<Problem> problems) implements Piece {}

        record End() implements Piece {}
    }

    private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(1);
    /// Whether the file is refused as a whole, or why it could not be read.
    private final FutureTask<Boolean> whole;
    private final Thread thread;

    private Reading(Path file, String shownName, ReceptionContext context) {
        whole = new FutureTask<>(() -> ReceptionFiles.read(file, shownName, context, new Ahead()));
        thread = Thread.ofPlatform().daemon().name("reading").unstarted(this::read);
    }

    /// Begins to read.
    static Reading of(Path file, String shownName, ReceptionContext context) {
        var reading = new Reading(file, shownName, context);
        reading.thread.start();
        return reading;
    }

    private void read() {
        try {
            whole.run();
            // However it ended: whoever takes the pieces must not wait for ever.
            put(new Piece.End());
        } catch (Unwanted closed) {
            return;
        }
    }

    private final class Ahead implements ArchiveReception.Sink {

        @Override
        public void entries(List<Received> chunk, int end) {
            put(new Piece.Entries(chunk, end));
        }

        @Override
        public void claims(List<Received> chunk, int end) {
            put(new Piece.Claims(chunk, end));
        }

        @Override
        public void problems(List<Problem> problems) {
            put(new Piece.Problems(problems));
        }
    }

    private void put(Piece piece) {
        try {
            pieces.put(piece);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unwanted();
        }
    }

    /// Hands on what is read, in order and in the thread of the caller, to the end of the file.
    ///
    /// @return whether the file is refused as a whole
    boolean to(ArchiveReception.Sink sink) {
        try {
            while (true) {
                switch (pieces.take()) {
                    case Piece.Entries entries -> sink.entries(entries.chunk(), entries.end());
                    case Piece.Claims claims -> sink.claims(claims.chunk(), claims.end());
                    case Piece.Problems problems -> sink.problems(problems.problems());
                    case Piece.End end -> {
                        return whole.get();
                    }
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException why ? why : new IllegalStateException(e.getCause());
        }
    }

    /// Ends the reading, also of a file that was not read to its end.
    @Override
    public void close() {
        thread.interrupt();
    }

    /// Nobody waits for the rest of the file.
    private static final class Unwanted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }
}
