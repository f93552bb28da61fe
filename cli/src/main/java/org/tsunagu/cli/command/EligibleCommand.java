package org.tsunagu.cli.command;

import java.util.List;
import java.util.Map;
import org.tsunagu.cli.eligible.EligibleWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `eligible`: members in, targets of a fiscal year out (対象者の判定).
@Command(name = "eligible", sortOptions = false)
final class EligibleCommand extends RowCommand {

    private static final int LAST_YEAR = 9998;

    private final Words words;

    @Option(names = "--fiscal-year", required = true, paramLabel = "YYYY", descriptionKey = "fiscalYear")
    int fiscalYear;

    EligibleCommand(Words words, Screen screen) {
        super(words, screen);
        this.words = words;
    }

    @Override
    public Integer call() {
        var settings = Settings.shipped();
        var eligibility = settings.eligibility(List.of());
        if (fiscalYear > LAST_YEAR) {
            throw new UnusableCall(words.text(
                    "eligible.far", "year", Integer.toString(fiscalYear), "last", Integer.toString(LAST_YEAR)));
        }
        if (fiscalYear < 1 || !eligibility.covers(new FiscalYear(fiscalYear))) {
            throw new UnusableCall(words.text("eligible.year", "year", Integer.toString(fiscalYear)));
        }
        var work = new EligibleWork(new FiscalYear(fiscalYear), eligibility, settings);
        return run(work, "eligible.summary", () -> Map.of("targets", work.targets(), "counted", work.counted()));
    }
}
