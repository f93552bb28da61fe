package org.tsunagu.cli.command;

import java.util.Map;
import org.tsunagu.cli.points.PointsWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import picocli.CommandLine.Command;

/// `points`: supports in, points of guidance out (支援ポイントの計算).
@Command(name = "points", sortOptions = false)
final class PointsCommand extends RowCommand {

    PointsCommand(Words words, Screen screen) {
        super(words, screen);
    }

    @Override
    public Integer call() {
        var work = new PointsWork();
        return run(work, "points.summary", () -> Map.of("finished", work.finished()));
    }
}
