package org.tsunagu.cli.report;

import java.util.List;
import java.util.stream.Collectors;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.cli.report.chart.Bar;
import org.tsunagu.cli.report.chart.Fill;
import org.tsunagu.cli.report.chart.Part;
import org.tsunagu.cli.report.chart.StackedBars;

/// What was read, by which rules, and what was not looked at (読み込んだもの).
record IntakeSection(Wording wording, Run run, Intake intake, RulesUsed rules) implements Section {

    @Override
    public String id() {
        return "read";
    }

    @Override
    public void write(Markup html) {
        figures(html);
        statuses(html);
        years(html);
        basis(html);
        notChecked(html);
    }

    private void figures(Markup html) {
        html.open("dl", "class", "figures");
        figure(html, "read.documents", wording.count("number", intake.documents()));
        figure(html, "read.people", wording.count(intake.people()));
        figure(html, "read.archives", wording.count(intake.archives()));
        figure(html, "read.loose", wording.count(intake.looseFiles()));
        figure(html, "read.refused", wording.count(intake.refusedFiles()));
        html.close();
        var period = intake.hasDates()
                ? wording.text("read.period", "from", wording.date(intake.first()), "to", wording.date(intake.last()))
                : wording.text("read.period.none");
        html.leaf("p", period).leaf("p", wording.text("read.people.note"), "class", "note");
    }

    private void figure(Markup html, String key, String value) {
        html.open("div").leaf("dt", wording.text(key)).leaf("dd", value).close();
    }

    private void statuses(Markup html) {
        var parts = List.of(
                new Part(wording.text("status.ACCEPTED"), Fill.PALE),
                new Part(wording.text("status.WARNED"), Fill.HATCHED),
                new Part(wording.text("status.REJECTED"), Fill.STRONG));
        var counts = List.of(intake.count(Status.ACCEPTED), intake.count(Status.WARNED), intake.count(Status.REJECTED));
        var bars = new StackedBars(
                wording.text("read.status.caption"),
                wording.text(
                        "read.status.summary",
                        "all",
                        Numbers.count(intake.documents()),
                        "accepted",
                        Numbers.count(counts.get(0)),
                        "warned",
                        Numbers.count(counts.get(1)),
                        "rejected",
                        Numbers.count(counts.get(2))),
                parts,
                List.of(new Bar(wording.text("read.documents.short"), counts)));
        html.leaf("h3", wording.text("read.status.title"))
                .leaf("p", bars.summary())
                .open("figure", "class", "wide")
                .add(StackedBars.legend("status", parts))
                .add(bars.svg("status-chart"))
                .close();
        var table = new Grid(
                "status-table",
                wording.text("read.status.caption"),
                List.of(
                        wording.text("column.status"),
                        wording.text("column.meaning"),
                        wording.text("column.documents"),
                        wording.text("column.share")));
        for (var status : Status.values()) {
            table.row(
                    wording.text("status." + status),
                    wording.text("status." + status + ".meaning"),
                    Numbers.count(intake.count(status)),
                    Numbers.percent(intake.count(status), intake.documents()));
        }
        table.write(html);
    }

    private void years(Markup html) {
        if (intake.years().isEmpty()) {
            return;
        }
        var table = new Grid(
                "years-table",
                wording.text("read.years.caption"),
                List.of(wording.text("column.year"), wording.text("column.documents")));
        intake.years().forEach((year, count) -> table.row(wording.year(year), Numbers.count(count)));
        table.write(html);
    }

    private void basis(Markup html) {
        html.leaf("h3", wording.text("read.rules.title"));
        var periods = intake.periods().entrySet().stream()
                .map(entry -> wording.text(
                        "read.rules.period",
                        "number",
                        Integer.toString(entry.getKey().number()),
                        "count",
                        Numbers.count(entry.getValue())))
                .collect(Collectors.joining(wording.text("list.separator")));
        html.leaf("p", wording.text("read.rules.text", "periods", periods.isEmpty() ? Numbers.NOTHING : periods));
        var unjudged = intake.documents() - intake.judged();
        if (unjudged > 0) {
            html.leaf("p", wording.count("read.rules.unjudged", unjudged));
        }
        var uncertain = rules.uncertain();
        if (uncertain.isEmpty()) {
            html.leaf("p", wording.text("read.uncertain.none"));
            return;
        }
        html.open("div", "class", "notice")
                .leaf("p", wording.text("read.uncertain.title"), "class", "mark")
                .leaf("p", wording.count("read.uncertain.text", uncertain.size()))
                .open("details")
                .leaf("summary", wording.count("read.uncertain.list", uncertain.size()));
        var table = new Grid(
                "uncertain-table",
                wording.text("read.uncertain.caption"),
                List.of(
                        wording.text("column.row"),
                        wording.text("column.table"),
                        wording.text("column.certainty"),
                        wording.text("column.documents"),
                        wording.text("column.source")));
        uncertain.forEach(basis -> table.row(
                basis.row(),
                basis.table(),
                wording.text("certainty." + basis.certainty()),
                Numbers.count(rules.documents(basis)),
                basis.source()));
        table.write(html);
        html.close().close();
    }

    private void notChecked(Markup html) {
        html.leaf("h3", wording.text("read.notChecked.title"));
        html.leaf("p", wording.text(run.schemasChecked() ? "read.notChecked.none" : "read.notChecked.schemas"));
    }
}
