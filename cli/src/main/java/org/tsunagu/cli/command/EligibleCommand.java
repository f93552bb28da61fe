package org.tsunagu.cli.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tsunagu.cli.eligible.EligibleWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `eligible`: members in, targets of a fiscal year out (対象者の判定).
@Command(name = "eligible", sortOptions = false)
final class EligibleCommand implements Callable<Integer> {

    private static final int LAST_YEAR = 9998;

    private final Words words;
    private final Screen screen;

    @Parameters(paramLabel = "IN.csv", descriptionKey = "in")
    Path in = Path.of("");

    @Option(names = "--fiscal-year", required = true, paramLabel = "YYYY", descriptionKey = "fiscalYear")
    int fiscalYear;

    @Option(names = "--out", required = true, paramLabel = "OUT.csv", descriptionKey = "out")
    Path out = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    EligibleCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var settings = Settings.shipped();
        var eligibility = settings.eligibility(List.of());
        if (fiscalYear < 1 || fiscalYear > LAST_YEAR || !eligibility.covers(new FiscalYear(fiscalYear))) {
            throw new UnusableCall(words.text("eligible.year", "year", Integer.toString(fiscalYear)));
        }
        var work = new EligibleWork(new FiscalYear(fiscalYear), eligibility, settings);
        var job = new RowJob(words, screen, in, out);
        var rows = job.run(work);
        screen.out()
                .println(words.text(
                        "eligible.summary",
                        "rows",
                        words.number(rows),
                        "targets",
                        words.number(work.targets()),
                        "counted",
                        words.number(work.counted()),
                        "messages",
                        words.number(job.troubles()),
                        "file",
                        out.toString()));
        screen.out().flush();
        return job.status();
    }
}
