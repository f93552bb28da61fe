package org.tsunagu.cli.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.rows.RowMessages;
import org.tsunagu.cli.rows.RowRun;
import org.tsunagu.cli.rows.RowWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// A command that calculates from one CSV to another (CSVからCSVへの計算), with its messages.
abstract class RowCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;
    private long messages;

    @Parameters(paramLabel = "IN.csv", descriptionKey = "in")
    Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT.csv", descriptionKey = "out")
    Path out = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    RowCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    /// Does the work and says in one line what came of it.
    ///
    /// @param summary key of the sentence
    /// @param counts what is in it beside rows, messages and file
    /// @return exit status
    /// @throws UnusableCall if the input is not there or not usable
    final int run(RowWork work, String summary, Supplier<Map<String, Long>> counts) {
        var rows = rows(work);
        var said = new HashMap<>(counts.get());
        said.put("rows", rows);
        said.put("messages", messages);
        var arguments = new ArrayList<String>(List.of("file", out.toString()));
        said.forEach((name, count) -> arguments.addAll(List.of(name, words.number(count))));
        screen.out().println(words.text(summary, arguments.toArray(String[]::new)));
        screen.out().flush();
        return messages == 0 ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private long rows(RowWork work) {
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
            throw new UnusableCall(words.text(ResultFile.unread(e), "file", in.toString()));
        } finally {
            screen.err().flush();
        }
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
