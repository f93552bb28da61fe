package org.tsunagu.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsunagu.cli.points.PointsWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `points`: supports in, points of guidance out (支援ポイントの計算).
@Command(name = "points", sortOptions = false)
final class PointsCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;

    @Parameters(paramLabel = "IN.csv", descriptionKey = "in")
    Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT.csv", descriptionKey = "out")
    Path out = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    PointsCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var work = new PointsWork();
        var job = new RowJob(words, screen, in, out);
        var rows = job.run(work);
        screen.out()
                .println(words.text(
                        "points.summary",
                        "rows",
                        words.number(rows),
                        "finished",
                        words.number(work.finished()),
                        "messages",
                        words.number(job.troubles()),
                        "file",
                        out.toString()));
        screen.out().flush();
        return job.status();
    }
}
