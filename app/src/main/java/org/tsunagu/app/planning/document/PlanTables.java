package org.tsunagu.app.planning.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.letters.report.Block;
import org.tsunagu.rules.plan.ImplementationPlan;
import org.tsunagu.rules.plan.Numbers;
import org.tsunagu.rules.plan.Stratum;

/// Sets the numbers of a plan as tables (計画書の表): targets, planned numbers and their parts; [PastTables] has the rest.
final class PlanTables {

    /// 動機付け支援, as the tables call it.
    static final String MOTIVATIONAL = "A";
    /// 積極的支援, as the tables call it.
    static final String ACTIVE = "B";

    static final List<String> LEVELS = List.of(MOTIVATIONAL, ACTIVE);

    /// Targets are rounded to 10: of a printed 10 there may be 5.
    private static final long ROUNDED_BY = 5;

    private final PlanFigures figures;
    private final Masking masking;

    PlanTables(PlanFigures figures, Masking masking) {
        this.figures = figures;
        this.masking = masking;
    }

    /// The blocks of a table, with its notes.
    List<Block> of(Section.Content content) {
        return switch (content) {
            case POPULATION -> new PastTables(figures, masking).population();
            case CHECKUP_RATES -> new PastTables(figures, masking).rates("checkup", figures.checkup());
            case GUIDANCE_RATES -> new PastTables(figures, masking).rates("guidance", figures.guidance());
            case TARGETS -> planned(this::targets);
            case PLANNED_BY_YEAR -> planned(this::byYear);
            case PLANNED -> planned(this::parts);
            case GUIDED -> planned(this::guided);
        };
    }

    private List<Block> planned(Function<ImplementationPlan, List<Block>> table) {
        return figures.plan().map(table).orElseGet(() -> List.of(new Block.Note(Words.word("none.targets"))));
    }

    private List<Block> targets(ImplementationPlan plan) {
        return List.of(table(
                "targets.caption",
                plan,
                List.of(
                        row(
                                "targets.checkup",
                                plan,
                                year -> plan.target(year).checkup().toString()),
                        row(
                                "targets.guidance",
                                plan,
                                year -> plan.target(year).guidance().toString()))));
    }

    private List<Block> byYear(ImplementationPlan plan) {
        var rows = new ArrayList<Block.Row>();
        rows.add(row("by_year.checkup", plan, year -> number(plan.planned().sum(year))));
        var blocks = new ArrayList<Block>();
        if (figures.guided().cells().isEmpty()) {
            blocks.add(new Block.Note(Words.word("none.guided")));
        } else {
            rows.add(row(
                    "by_year.guidance", plan, year -> number(figures.guided().sum(year))));
        }
        blocks.addFirst(table("by_year.caption", plan, rows));
        return blocks;
    }

    /// Whether some kind of members is too few for their targets to be shown.
    boolean withholdsParts() {
        return figures.plan()
                .filter(plan ->
                        hasSmall(plan.eligible(), plan.eligible().cells().keySet(), ROUNDED_BY))
                .isPresent();
    }

    private List<Block> parts(ImplementationPlan plan) {
        if (withholdsParts()) {
            return List.of(new Block.Note(Words.word("withheld")));
        }
        var rows = new ArrayList<Block.Row>();
        for (var kind : figures.kinds()) {
            part("planned.eligible", kind, plan.eligible(), plan, rows);
            part("planned.planned", kind, plan.planned(), plan, rows);
        }
        rows.add(sum("planned.all", plan, year -> number(plan.eligible().sum(year))));
        rows.add(sum("planned.rate", plan, year -> plan.target(year).checkup().toString()));
        rows.add(sum("planned.sum", plan, year -> number(plan.planned().sum(year))));
        return List.of(table("planned.caption", plan, rows));
    }

    private static void part(String key, String kind, Numbers numbers, ImplementationPlan plan, List<Block.Row> rows) {
        for (var sex : sexes()) {
            rows.add(named(
                    Words.word(key, "kind", kind, "sex", sex),
                    plan,
                    year -> Words.number(numbers.sum(year, in(kind).and(of(sex)))),
                    false));
        }
        rows.add(named(
                Words.word(key, "kind", kind, "sex", Words.word("sum")),
                plan,
                year -> Words.number(numbers.sum(year, in(kind))),
                true));
    }

    private List<Block> guided(ImplementationPlan plan) {
        var guided = figures.guided();
        if (guided.cells().isEmpty()) {
            return List.of(new Block.Note(Words.word("none.guided")));
        }
        // Of the older there is no active support (積極的支援 is lowered): a zero by rule tells nothing about anybody.
        var told = guided.cells().keySet().stream()
                .filter(stratum -> guided.years().stream().anyMatch(year -> guided.of(stratum, year) > 0)
                        || !stratum.level().equals(ACTIVE))
                .toList();
        if (hasSmall(guided, told, 0)) {
            return List.of(new Block.Note(Words.word("withheld")));
        }
        var ages = guided.cells().keySet().stream()
                .map(Stratum::ages)
                .distinct()
                .sorted()
                .toList();
        var rows = new ArrayList<Block.Row>();
        for (var sex : sexes()) {
            guided(sex, ages, of(sex), plan, rows);
        }
        guided(Words.word("total"), ages, any -> true, plan, rows);
        rows.add(sum("guided.sum", plan, year -> Words.number(guided.sum(year))));
        return List.of(table("guided.caption", plan, rows), new Block.Note(Words.word("guided.note")));
    }

    private void guided(
            String name, List<String> ages, Predicate<Stratum> sex, ImplementationPlan plan, List<Block.Row> rows) {
        for (var age : ages) {
            levels(name, age, sex.and(stratum -> stratum.ages().equals(age)), plan, rows, false);
        }
        var whole = ages.getFirst().split("-", -1)[0] + "-" + ages.getLast().split("-", -1)[1];
        levels(name, whole, sex, plan, rows, true);
    }

    private void levels(
            String name,
            String ages,
            Predicate<Stratum> which,
            ImplementationPlan plan,
            List<Block.Row> rows,
            boolean isSum) {
        for (var level : LEVELS) {
            rows.add(named(
                    Words.word("guided.row", "sex", name, "ages", ages(ages), "level", level),
                    plan,
                    year -> Words.number(figures.guided()
                            .sum(year, which.and(stratum -> stratum.level().equals(level)))),
                    isSum));
        }
    }

    private static String ages(String band) {
        var ends = band.split("-", -1);
        return Words.word("population.band", "from", ends[0], "to", ends[1]);
    }

    /// @param roundedBy how much fewer people than the number there may be
    private boolean hasSmall(Numbers numbers, Iterable<Stratum> strata, long roundedBy) {
        for (var stratum : strata) {
            if (numbers.years().stream().anyMatch(year -> masking.hides(numbers.of(stratum, year) - roundedBy))) {
                return true;
            }
        }
        return false;
    }

    private String number(long people) {
        return masking.hides(people) ? Words.word("hidden") : Words.number(people);
    }

    private static List<String> sexes() {
        return List.of(Words.word("sex.MALE"), Words.word("sex.FEMALE"));
    }

    private static Predicate<Stratum> in(String kind) {
        return stratum -> stratum.kind().equals(kind);
    }

    private static Predicate<Stratum> of(String sex) {
        return stratum -> stratum.sex().equals(sex);
    }

    private static Block.Row row(String key, ImplementationPlan plan, Function<FiscalYear, String> cell) {
        return named(Words.word(key), plan, cell, false);
    }

    private static Block.Row sum(String key, ImplementationPlan plan, Function<FiscalYear, String> cell) {
        return named(Words.word(key), plan, cell, true);
    }

    private static Block.Row named(
            String name, ImplementationPlan plan, Function<FiscalYear, String> cell, boolean isSum) {
        var cells = new ArrayList<>(List.of(name));
        plan.eligible().years().forEach(year -> cells.add(cell.apply(year)));
        return new Block.Row(cells, isSum);
    }

    private static Block table(String caption, ImplementationPlan plan, List<Block.Row> rows) {
        var headings = new ArrayList<>(List.of(Words.word("targets.name")));
        plan.eligible().years().forEach(year -> headings.add(Words.year(year)));
        return new Block.Table(Words.word(caption), headings, rows, true);
    }
}
