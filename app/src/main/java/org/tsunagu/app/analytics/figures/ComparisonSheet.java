package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.app.analytics.figures.FigureSheet.Line;
import org.tsunagu.app.analytics.reference.Comparability;
import org.tsunagu.app.analytics.reference.Nation;
import org.tsunagu.app.analytics.reference.Prefecture;
import org.tsunagu.app.analytics.reference.ProgrammeFigure;
import org.tsunagu.app.ui.Frame;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.ratio.Shares;
import org.tsunagu.statistics.result.IntervalMethod;

/// A measure beside plan, prefecture and nation (比較): each with its day, edition and certainty, and where
/// the definitions differ, why both may not be compared.
final class ComparisonSheet {

    private static final int HUNDRED = 100;
    private static final String NDB = "NDB";

    private final Question question;
    private final Layers own = new Layers();
    private final Figure all;
    private final String insurer;
    private final Optional<String> target;
    private final boolean isHidden;

    /// @param target of the plan in percent; empty without one
    ComparisonSheet(Question question, List<Figure> rows, String insurer, Optional<String> target) {
        this.question = question;
        this.insurer = insurer;
        this.target = target;
        rows.forEach(row -> own.add(row.strata().getFirst(), row.strata().get(1), row));
        var part = rows.stream().map(Figure::part).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        var whole = rows.stream().map(Figure::whole).reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        this.all = new Figure(List.of(), part, whole, question.measure().value(part, whole));
        this.isHidden =
                question.isStrict() && Drawing.isSmall(all, question.measure().smallestCell());
    }

    FigureSheet sheet(String day) {
        var facts = Facts.of(question, day);
        if (Kind.of(question.measure()) == Kind.PERSONS) {
            facts.interval(
                    org.tsunagu.statistics.result.Texts.in(question.language().locale())
                            .of(IntervalMethod.WILSON));
        }
        facts.add("fact.masking", question.text(question.isStrict() ? "compare.masked" : "fact.masking.none"));
        return new FigureSheet(
                question.text("compare.title", "measure", question.title()),
                facts.all(),
                Optional.empty(),
                List.of(
                        question.text("compare.what"),
                        question.text("value") + " (" + question.measure().unit() + ")",
                        question.text("interval"),
                        question.text("fact.year"),
                        question.text("compare.edition"),
                        question.text("compare.certainty"),
                        question.text("compare.remark")),
                1,
                lines(day),
                List.of(question.text("compare.note")));
    }

    private List<Line> lines(String day) {
        var lines = new ArrayList<Line>();
        lines.add(line(
                question.text("compare.own"),
                isHidden ? Shown.HIDDEN : all.value().map(Shown::number).orElse(Shown.NONE),
                isHidden ? Shown.HIDDEN : Shown.interval(question.measure(), all),
                Frame.year(question.language(), question.year()),
                day,
                Optional.of(question.measure().row().basis().certainty()),
                ""));
        target.ifPresent(value -> lines.add(line(
                question.text("compare.plan"),
                value,
                Shown.NONE,
                Frame.year(question.language(), question.year()),
                question.text("compare.plan.source"),
                Optional.of(Certainty.SOURCE),
                "")));
        var isForbidden =
                Comparability.of(question.measure().key(), NDB).stream().anyMatch(Comparability::isForbidden);
        var nation = Nation.of(question.measure().key()).filter(one -> !isForbidden);
        nation.ifPresent(one -> published(one, lines));
        if (nation.isEmpty()) {
            lines.add(line(
                    question.text("compare.nation"),
                    Shown.NONE,
                    Shown.NONE,
                    Integer.toString(Nation.YEAR),
                    Nation.EDITION,
                    Optional.empty(),
                    isForbidden ? said(NDB) : question.text("compare.not_shipped")));
        }
        programme(lines);
        return lines;
    }

    private void programme(List<Line> lines) {
        for (var figure : ProgrammeFigure.of(question.measure().key(), question.year())) {
            lines.add(line(
                    question.text("group." + figure.group()),
                    figure.value().toPlainString(),
                    Shown.NONE,
                    Frame.year(question.language(), figure.year()),
                    figure.row().basis().source(),
                    Optional.of(figure.row().basis().certainty()),
                    figure.reason().isEmpty() ? said("PROGRAMME") : question.text("reason." + figure.reason())));
        }
    }

    /// Nation and prefecture as they are, and the nation with the insurer's own ages.
    private void published(Nation nation, List<Line> lines) {
        var certainty = Optional.of(nation.row().basis().certainty());
        lines.add(published(question.text("compare.nation"), nation.part(), nation.whole(), certainty));
        if (!isHidden && own.whole() > 0) {
            lines.add(line(
                    question.text("compare.nation.adjusted"),
                    Shown.decimal(HUNDRED * own.expected(nation::rate) / (double) own.whole(), 1),
                    Shown.NONE,
                    Frame.year(question.language(), Nation.YEAR),
                    Nation.EDITION,
                    certainty,
                    question.text("compare.ages")));
        }
        Prefecture.ofInsurer(insurer)
                .ifPresent(prefecture -> prefecture
                        .counted(question.measure().key())
                        .ifPresent(counted -> lines.add(published(
                                prefecture.name(question.language().locale()),
                                counted.observed(),
                                Math.round(counted.whole()),
                                certainty))));
    }

    private Line published(String name, long part, long whole, Optional<Certainty> certainty) {
        return line(
                name,
                Shown.decimal(HUNDRED * (double) part / (double) whole, 1),
                Shown.limits(Shares.share(part, whole).interval(), HUNDRED, 1),
                Frame.year(question.language(), Nation.YEAR),
                Nation.EDITION,
                certainty,
                said(NDB));
    }

    private String said(String publication) {
        return String.join(
                " ",
                Comparability.of(question.measure().key(), publication).stream()
                        .map(one -> question.text("reason." + one.reason()))
                        .toList());
    }

    private Line line(
            String name,
            String value,
            String interval,
            String year,
            String edition,
            Optional<Certainty> certainty,
            String remark) {
        return Line.of(List.of(
                name, value, interval, year, edition, certainty.map(this::word).orElse(Shown.NONE), remark));
    }

    private String word(Certainty certainty) {
        return Texts.in(question.language()).text("ui.certainty." + certainty.name());
    }
}
