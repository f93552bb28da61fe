package org.tsunagu.cli.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;
import org.tsunagu.cli.report.chart.Bar;
import org.tsunagu.cli.report.chart.Fill;
import org.tsunagu.cli.report.chart.Part;
import org.tsunagu.cli.report.chart.StackedBars;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.time.FiscalYear;

/// How common each judgement is, as charts with their tables (判定の割合).
record PrevalenceSection(Wording wording, Prevalence prevalence) implements Section {

    private static final List<Fill> FILLS = List.of(Fill.STRONG, Fill.HATCHED, Fill.PALE, Fill.DOTTED);

    @Override
    public String id() {
        return "prevalence";
    }

    @Override
    public void write(Markup html) {
        var years = prevalence.years();
        if (years.isEmpty()) {
            html.leaf("p", wording.text("prevalence.none"));
            return;
        }
        html.leaf("p", wording.text("prevalence.lead"));
        for (var measure : Measure.values()) {
            html.open("article", "class", "measure")
                    .leaf("h3", wording.text("measure." + measure))
                    .leaf("p", wording.text("measure." + measure + ".definition"), "class", "note");
            if (!measure.isOfValues() || years.size() == 1) {
                byAge(html, measure, prevalence.mainYear());
            }
            if (years.size() > 1) {
                byYear(html, measure, years);
            }
            html.close();
        }
    }

    private void byAge(Markup html, Measure measure, FiscalYear year) {
        var title = wording.text("prevalence.byAge", "measure", name(measure), "year", wording.year(year));
        figure(html, measure, measure + "-age", title, sex -> {
            var bars = new ArrayList<Bar>();
            for (var age : AgeGroup.values()) {
                bars.add(new Bar(wording.age(age), prevalence.counts(measure, year, sex, age)));
            }
            bars.add(new Bar(wording.text("prevalence.total"), prevalence.counts(measure, year, sex)));
            return bars;
        });
    }

    private void byYear(Markup html, Measure measure, List<FiscalYear> years) {
        var title = wording.text("prevalence.byYear", "measure", name(measure));
        figure(
                html,
                measure,
                measure + "-year",
                title,
                sex -> years.stream()
                        .map(year -> new Bar(wording.yearShort(year), prevalence.counts(measure, year, sex)))
                        .toList());
    }

    private String name(Measure measure) {
        return wording.text("measure." + measure + ".name");
    }

    private void figure(Markup html, Measure measure, String id, String title, Function<Sex, List<Bar>> bars) {
        var parts = parts(measure);
        html.open("figure")
                .leaf("figcaption", title)
                .add(StackedBars.legend(id, parts))
                .open("div", "class", "pair");
        for (var sex : Sex.values()) {
            var name = wording.sex(Optional.of(sex));
            var chart = new StackedBars(
                    wording.text("prevalence.chart", "title", title, "sex", name),
                    summary(parts, bars.apply(sex)),
                    parts,
                    bars.apply(sex));
            html.open("div")
                    .leaf("h4", name)
                    .add(chart.svg(id + "-" + sex))
                    .leaf("p", chart.summary(), "class", "summary")
                    .close();
        }
        html.close().open("details").leaf("summary", wording.text("prevalence.table"));
        table(id, title, parts, bars).write(html);
        html.close().close();
    }

    /// Where the share of the first part is highest and lowest.
    private String summary(List<Part> parts, List<Bar> bars) {
        var total = wording.text("prevalence.total");
        var counted = bars.stream()
                .filter(bar -> bar.total() > 0 && !bar.name().equals(total))
                .toList();
        if (counted.isEmpty()) {
            return wording.text("prevalence.summary.none");
        }
        var highest = counted.stream().max(PrevalenceSection::compareShares).orElseThrow();
        var lowest = counted.stream().min(PrevalenceSection::compareShares).orElseThrow();
        return wording.text(
                "prevalence.summary",
                "part",
                parts.getFirst().name(),
                "highest",
                highest.name(),
                "high",
                share(highest),
                "lowest",
                lowest.name(),
                "low",
                share(lowest));
    }

    private static int compareShares(Bar one, Bar other) {
        return Long.compare(
                one.counts().getFirst() * other.total(), other.counts().getFirst() * one.total());
    }

    private static String share(Bar bar) {
        return Numbers.percent(bar.counts().getFirst(), bar.total());
    }

    private List<Part> parts(Measure measure) {
        var parts = new ArrayList<Part>();
        for (var i = 0; i < measure.classes(); i++) {
            parts.add(new Part(wording.text("measure." + kind(measure) + "." + i), FILLS.get(i)));
        }
        return parts;
    }

    private static String kind(Measure measure) {
        return measure.isOfValues() ? "BAND" : measure.name();
    }

    private Grid table(String id, String title, List<Part> parts, Function<Sex, List<Bar>> bars) {
        var headings = new ArrayList<>(List.of(wording.text("column.group")));
        parts.forEach(part -> headings.add(part.name()));
        headings.add(wording.text("column.denominator"));
        var table = new Grid(id + "-table", title, headings);
        Arrays.stream(Sex.values()).forEach(sex -> bars.apply(sex).forEach(bar -> table.row(cells(sex, bar))));
        return table;
    }

    private List<String> cells(Sex sex, Bar bar) {
        var cells = new ArrayList<String>();
        cells.add(wording.text("prevalence.row", "sex", wording.sex(Optional.of(sex)), "name", bar.name()));
        for (var count : bar.counts()) {
            cells.add("%s (%s)".formatted(Numbers.count(count), Numbers.percent(count, bar.total())));
        }
        cells.add(Numbers.count(bar.total()));
        return cells;
    }
}
