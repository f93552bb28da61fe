package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.time.PlanPeriod;

/// The checks of one coded answer (コード値のチェック): CHK-ITM-009, 019, 034, 037.
final class CodeChecks {

    private static final String SHORT_SINCE_MEAL = "1";

    private final ItemMaster master;
    private final List<ItemMaster> allMasters;
    private final Answers answers = Answers.shipped();

    CodeChecks(ItemMaster master, List<ItemMaster> allMasters) {
        this.master = master;
        this.allMasters = allMasters;
    }

    /// Checks an answer.
    ///
    /// @return whether there is nothing to say
    boolean check(Observation observation, WrittenValue value, Item item, LocalDate examDay, Findings findings) {
        var expected = master.codeSystem(item);
        if (expected.isEmpty()) {
            return true;
        }
        if (value.codeSystem().equals(expected)) {
            return master.isPlainCode(item, value.text()) || rareCode(observation, value, item, examDay, findings);
        }
        return report(isOfAnotherPeriod(item, value) ? "CHK-ITM-034" : "CHK-ITM-009", observation, value, findings);
    }

    private boolean rareCode(
            Observation observation, WrittenValue value, Item item, LocalDate examDay, Findings findings) {
        return switch (answers.accept(value.codeSystem(), value.text(), examDay)) {
            case VALID -> true;
            case EARLY -> report("CHK-ITM-037", observation, value, findings);
            case OTHER_PERIOD ->
                report(
                        isAbolishedTime(item, value, examDay) ? "CHK-ITM-019" : "CHK-ITM-034",
                        observation,
                        value,
                        findings);
            case UNKNOWN_CODE, UNKNOWN_SYSTEM -> report("CHK-ITM-009", observation, value, findings);
        };
    }

    private boolean isAbolishedTime(Item item, WrittenValue value, LocalDate examDay) {
        return value.text().equals(SHORT_SINCE_MEAL)
                && !examDay.isBefore(PlanPeriod.FOURTH.firstDay())
                && master.isIn("sampling_time", item);
    }

    private boolean isOfAnotherPeriod(Item item, WrittenValue value) {
        return !value.codeSystem().isEmpty()
                && allMasters.stream().anyMatch(other -> other.codeSystem(item).equals(value.codeSystem()));
    }

    private static boolean report(String check, Observation observation, WrittenValue value, Findings findings) {
        var actual = Shape.orDash(value.text()) + " (" + Shape.orDash(value.codeSystem()) + ")";
        findings.result(check, observation, "actual", actual);
        return false;
    }
}
