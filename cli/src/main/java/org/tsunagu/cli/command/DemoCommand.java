package org.tsunagu.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsunagu.cli.check.CheckRequest;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `demo`: makes an invented insurer once, checks its archives and shows the report (お試し).
@Command(name = "demo", sortOptions = false)
final class DemoCommand implements Callable<Integer> {

    private static final double DEFECTS = 0.01;
    private static final long DAYS_UNTIL_ALL_IS_IN = 90;

    private final Words words;
    private final Screen screen;

    @Option(names = "--out", paramLabel = "DIR")
    Path out = Path.of(System.getProperty("tsunagu.home", "")).resolve("demo");

    @Option(names = "--members", paramLabel = "N")
    int members = Options.standard(Path.of("")).members();

    @Option(names = "--threads", paramLabel = "N")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--no-open")
    boolean staysClosed;

    @Option(names = {"-q", "--quiet"})
    boolean isQuiet;

    @Mixin
    CommonOptions common = new CommonOptions();

    DemoCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var standard = Options.standard(out);
        var name = "insurer-%d-%d-%d".formatted(members, standard.firstYear(), standard.lastYear());
        var insurer = out.resolve(name);
        var options = Options.standard(insurer)
                .sized(members, standard.firstYear(), standard.lastYear())
                .withDefects(DEFECTS);
        make(options);
        var results = out.resolve("results");
        var tally = new CheckJob(words, screen, false, isQuiet).run(request(options), results);
        show(results.resolve(CheckJob.REPORT).toAbsolutePath());
        return tally.isNothingReadable() ? ExitStatus.UNUSABLE : ExitStatus.CLEAN;
    }

    /// The marker is written last: an insurer that was interrupted is made again.
    private void make(Options options) {
        var marker = options.out().resolve("complete");
        if (Files.exists(marker)) {
            screen.err()
                    .println(words.text("demo.present", "folder", options.out().toString()));
            return;
        }
        screen.err().println(words.text("demo.making", "members", words.number(options.members())));
        screen.err().flush();
        new SynthesisJob(words, screen, isQuiet).run(options);
        try {
            Files.createFile(marker);
        } catch (IOException e) {
            throw new OutputFailed(marker, e);
        }
    }

    /// The files are received when the last of them has been made, even if that day is still to come.
    private CheckRequest request(Options options) {
        var allIn = new FiscalYear(options.lastYear()).lastDay().plusDays(DAYS_UNTIL_ALL_IS_IN);
        var today = LocalDate.now();
        return new CheckRequest(
                List.of(options.out().resolve("archives")),
                Optional.empty(),
                Optional.empty(),
                today.isAfter(allIn) ? today : allIn,
                threads,
                words.language());
    }

    private void show(Path report) {
        screen.out().println(words.text("demo.report", "file", report.toString()));
        screen.out().flush();
        var hasDisplay =
                System.getenv().containsKey("DISPLAY") || System.getenv().containsKey("WAYLAND_DISPLAY");
        if (hasDisplay && !staysClosed) {
            try {
                new ProcessBuilder("xdg-open", report.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
            } catch (IOException e) {
                screen.err().println(words.text("demo.open"));
            }
        }
    }
}
