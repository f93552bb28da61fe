package org.tsunagu.app.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.Progress;
import org.tsunagu.synthetic.SyntheticInsurer;

/// Reading ahead (先読み) gives what reading gives, and stops when nobody wants the rest.
class ReadingTest {

    private static final ReceptionContext CONTEXT = ReceptionContext.on(LocalDate.of(2026, 4, 1));

    @TempDir
    private static Path folder;

    private static List<Path> archives = List.of();

    @BeforeAll
    static void insurer() throws IOException {
        new SyntheticInsurer()
                .generate(Options.standard(folder).sized(400, 2024, 2025).withDefects(0.2), Progress.SILENT);
        try (var files = Files.list(folder.resolve("archives"))) {
            archives = files.filter(file -> file.toString().endsWith(".zip"))
                    .sorted()
                    .toList();
        }
    }

    /// Writes down what it hears.
    private static final class Heard implements ArchiveReception.Sink {
        private final List<String> all = new ArrayList<>();

        @Override
        public void entries(List<Received> chunk, int end) {
            chunk.forEach(received -> all.add(received.entry() + received.problems()));
            all.add("to " + end);
        }

        @Override
        public void problems(List<Problem> problems) {
            all.add(problems.toString());
        }
    }

    @Test
    void reading_ahead_gives_what_reading_gives() {
        assertThat(archives).isNotEmpty();
        for (var archive : archives) {
            var name = String.valueOf(archive.getFileName());
            var direct = new Heard();
            var isRefused = ReceptionFiles.read(archive, name, CONTEXT, direct);
            var ahead = new Heard();
            try (var reading = Reading.of(archive, name, CONTEXT)) {
                assertThat(reading.to(ahead)).isEqualTo(isRefused);
            }
            assertThat(ahead.all).isEqualTo(direct.all).isNotEmpty();
        }
    }

    @Test
    @Timeout(20)
    void a_file_that_nobody_wants_any_more_is_left() throws InterruptedException {
        var before = readers();
        var reading = Reading.of(archives.getFirst(), "a.zip", CONTEXT);
        reading.close();
        while (readers() > before) {
            Thread.sleep(10);
        }
    }

    private static long readers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("reading"))
                .count();
    }

    @Test
    void what_goes_wrong_is_said_where_the_file_is_wanted() {
        try (var reading = Reading.of(folder.resolve("gone.zip"), "gone.zip", CONTEXT)) {
            assertThatThrownBy(() -> reading.to(new Heard())).isInstanceOf(java.io.UncheckedIOException.class);
        }
    }
}
