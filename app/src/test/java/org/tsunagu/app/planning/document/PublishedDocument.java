package org.tsunagu.app.planning.document;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.codes.time.PlanPeriod;
import org.tsunagu.rules.plan.ImplementationPlan;
import org.tsunagu.rules.plan.Numbers;
import org.tsunagu.rules.plan.PlanRules;
import org.tsunagu.rules.plan.Stratum;
import org.tsunagu.rules.plan.YearTarget;
import org.tsunagu.rules.rates.Percent;
import org.tsunagu.rules.rates.Tally;

/// The plan that a society published in 2018, from the tables that `rules/plan` is tested with.
final class PublishedDocument {

    private static final Path TABLES = Path.of("../rules/src/test/java/org/tsunagu/rules/plan/published");
    private static final int THOUSAND = 1000;

    private PublishedDocument() {}

    static List<Map<String, String>> table(String name) {
        try {
            var lines = Files.readAllLines(TABLES.resolve(name + ".tsv")).stream()
                    .map(line -> line.split("\t", -1))
                    .toList();
            var rows = new ArrayList<Map<String, String>>();
            for (var cells : lines.subList(2, lines.size())) {
                var row = new HashMap<String, String>();
                for (var i = 0; i < cells.length; i++) {
                    row.put(lines.get(1)[i], cells[i]);
                }
                rows.add(row);
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FiscalYear year(Map<String, String> row) {
        return new FiscalYear(Integer.parseInt(row.get("year")));
    }

    static PlanDocument document(Map<String, String> own) {
        return new PlanDocument(PlanPeriod.THIRD, "見本国民健康保険組合", own, Map.of("x", "組合員・男性は年+10人"), figures());
    }

    static PlanFigures figures() {
        var targets = table("targets").stream()
                .map(row -> new YearTarget(year(row), percent(row.get("checkup")), percent(row.get("guidance"))))
                .toList();
        var eligible = numbers(
                table("checkup-plan").stream()
                        .filter(row -> row.get("what").equals("eligible")
                                && !row.get("sex").equals("計"))
                        .toList(),
                row -> Stratum.ofKind(row.get("kind"), row.get("sex")));
        var guided = numbers(
                table("guidance-plan").stream()
                        .filter(row ->
                                !row.get("sex").equals("合計") && !row.get("ages").equals("40-74"))
                        .toList(),
                row -> Stratum.ofLevel(row.get("sex"), row.get("ages"), row.get("level")));
        return new PlanFigures(
                LocalDate.parse("2017-03-31"),
                table("population").stream()
                        .filter(row -> row.get("ages").contains("-"))
                        .map(row -> new PlanFigures.BySex(
                                Integer.parseInt(row.get("ages").split("-", -1)[0]),
                                Integer.parseInt(row.get("ages").split("-", -1)[1]),
                                Long.parseLong(row.get("male")),
                                Long.parseLong(row.get("female"))))
                        .toList(),
                rates("checkup-rates"),
                rates("guidance-use-rates"),
                List.of("組合員", "家族"),
                Optional.of(new ImplementationPlan(PlanRules.shipped(), targets, eligible)),
                guided,
                Optional.of(new PlanFigures.Share(new FiscalYear(2016), Tally.of(7981, 100_000))));
    }

    private static TreeMap<FiscalYear, List<PlanFigures.RateLine>> rates(String name) {
        var years = new TreeMap<FiscalYear, List<PlanFigures.RateLine>>();
        table(name)
                .forEach(row -> years.computeIfAbsent(year(row), none -> new ArrayList<>())
                        .add(new PlanFigures.RateLine(
                                row.get("ages").equals("合計") ? "" : row.get("ages"),
                                tally(row.get("male")),
                                tally(row.get("female")),
                                tally(row.get("all")))));
        return years;
    }

    /// Only the rate was published: as many of a thousand.
    private static Tally tally(String percent) {
        return Tally.of(Long.parseLong(percent.replace(".", "")), THOUSAND);
    }

    private static Percent percent(String text) {
        return Percent.parse(text).orElseThrow();
    }

    private static Numbers numbers(List<Map<String, String>> rows, Function<Map<String, String>, Stratum> stratum) {
        var cells = new HashMap<Stratum, Map<FiscalYear, Long>>();
        rows.forEach(row -> cells.computeIfAbsent(stratum.apply(row), none -> new TreeMap<>())
                .put(year(row), Long.parseLong(row.get("number"))));
        return new Numbers(cells);
    }
}
