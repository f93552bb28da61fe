package org.tsunagu.cli.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tsunagu.cli.judge.JudgeMessages;
import org.tsunagu.cli.judge.JudgeRun;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `judge`: a CSV of people in, their judgements out (判定).
@Command(name = "judge", sortOptions = false)
final class JudgeCommand implements Callable<Integer> {

    private static final int LONGEST_QUOTE = 40;

    private final Words words;
    private final Screen screen;
    private long messages;

    @Parameters(paramLabel = "IN.csv", descriptionKey = "in")
    Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT.csv")
    Path out = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    JudgeCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var target = ResultFile.of(out, List.of(in), words);
        if (!Files.isRegularFile(in)) {
            throw new UnusableCall(words.text("error.read", "file", in.toString()));
        }
        try (var output = OutputFolder.open(target.folder(), List.of(target.name()), List.of())) {
            var rows = judge(output, target.name());
            output.finish();
            screen.out()
                    .println(words.text(
                            "judge.summary",
                            "rows",
                            words.number(rows),
                            "messages",
                            words.number(messages),
                            "file",
                            out.toString()));
            screen.out().flush();
        }
        return messages == 0 ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private long judge(OutputFolder output, String name) {
        try {
            var result = new JudgeRun(in, output.file(name), messages()).run();
            if (!result.missing().isEmpty()) {
                var columns = String.join(" ", result.missing());
                throw new UnusableCall(words.text("judge.missing", "columns", columns));
            }
            return result.rows();
        } catch (CsvParseException e) {
            throw new UnusableCall(words.text("judge.malformed", "file", in.toString()));
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableCall(words.text(ResultFile.unread(e), "file", in.toString()));
        } finally {
            screen.err().flush();
        }
    }

    private JudgeMessages messages() {
        return (what, line, column, heading, value) -> {
            messages++;
            var shown = value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "…" : value;
            screen.err()
                    .println(words.text(
                            "judge.message." + what,
                            "file",
                            in.toString(),
                            "line",
                            Long.toString(line),
                            "column",
                            Integer.toString(column),
                            "heading",
                            heading,
                            "value",
                            shown));
        };
    }
}
