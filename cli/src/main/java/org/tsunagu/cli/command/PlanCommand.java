package org.tsunagu.cli.command;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsunagu.cli.plan.PlanWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.rules.plan.PlanRules;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plan`: targets and rates in, planned numbers and totals out (実施予定者数).
@Command(name = "plan", sortOptions = false)
final class PlanCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;

    @Parameters(paramLabel = "IN.csv", descriptionKey = "in")
    Path in = Path.of("");

    @Option(names = "--out", required = true, paramLabel = "OUT.csv", descriptionKey = "out")
    Path out = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    PlanCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var work = new PlanWork(PlanRules.shipped());
        var job = new RowJob(words, screen, in, out);
        var rows = job.run(work);
        screen.out()
                .println(words.text(
                        "plan.summary",
                        "rows",
                        words.number(rows),
                        "years",
                        words.number(work.years()),
                        "messages",
                        words.number(job.troubles()),
                        "file",
                        out.toString()));
        screen.out().flush();
        return job.status();
    }
}
