package org.tsunagu.cli.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.rows.RowMessages;
import org.tsunagu.cli.rows.RowRun;
import org.tsunagu.cli.rows.RowWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;

/// A calculation from one CSV to another (CSVからCSVへの計算), with its messages.
final class RowJob {

    private final Words words;
    private final Screen screen;
    private final Path in;
    private final Path out;
    private long messages;

    RowJob(Words words, Screen screen, Path in, Path out) {
        this.words = words;
        this.screen = screen;
        this.in = in;
        this.out = out;
    }

    /// Does the work.
    ///
    /// @return rows read after the heading
    /// @throws UnusableCall if the input is not there or not usable
    long run(RowWork work) {
        var target = ResultFile.of(out, List.of(in), words);
        if (!Files.isRegularFile(in)) {
            throw unreadable();
        }
        try (var output = OutputFolder.open(target.folder(), List.of(target.name()), List.of())) {
            var result = new RowRun(in, output.file(target.name()), messages()).run(work);
            if (!result.missing().isEmpty()) {
                throw new UnusableCall(words.text("judge.missing", "columns", String.join(" ", result.missing())));
            }
            output.finish();
            return result.rows();
        } catch (CsvParseException e) {
            throw new UnusableCall(words.text("judge.malformed", "file", in.toString()));
        } catch (IOException | UncheckedIOException e) {
            throw unreadable();
        } finally {
            screen.err().flush();
        }
    }

    /// What was wrong, so far.
    long troubles() {
        return messages;
    }

    int status() {
        return messages == 0 ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private UnusableCall unreadable() {
        return new UnusableCall(words.text("error.read", "file", in.toString()));
    }

    private RowMessages messages() {
        return (what, line, column, heading, value) -> {
            messages++;
            var key = "rows.message." + what;
            screen.err()
                    .println(words.text(
                            words.has(key) ? key : "judge.message." + what,
                            "file",
                            in.toString(),
                            "line",
                            Long.toString(line),
                            "column",
                            Integer.toString(column),
                            "heading",
                            heading,
                            "value",
                            value));
        };
    }
}
