package org.tsunagu.cli.command;

import java.util.Map;
import org.tsunagu.cli.plan.PlanWork;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.rules.plan.PlanRules;
import picocli.CommandLine.Command;

/// `plan`: targets and rates in, planned numbers and totals out (実施予定者数).
@Command(name = "plan", sortOptions = false)
final class PlanCommand extends RowCommand {

    PlanCommand(Words words, Screen screen) {
        super(words, screen);
    }

    @Override
    public Integer call() {
        var work = new PlanWork(PlanRules.shipped());
        return run(work, "plan.summary", () -> Map.of("years", (long) work.years()));
    }
}
