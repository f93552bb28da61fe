package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.app.analytics.Group;
import org.tsunagu.app.analytics.figures.FigureSheet.Line;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.result.IntervalMethod;
import org.tsunagu.statistics.result.Texts;

/// A measure by group (内訳の表): numerator, denominator, value and interval.
final class GroupSheet {

    private final Question question;
    private final List<Figure> rows;
    private final Veil veil;

    /// @param persons how many people stand behind a row, where its figures do not say so; else empty
    GroupSheet(Question question, List<Figure> rows, Map<List<String>, Long> persons) {
        this.question = question;
        this.rows = rows;
        this.veil = Veil.over(question, rows, persons);
    }

    FigureSheet sheet(String day) {
        var measure = question.measure();
        var headings = new ArrayList<String>();
        question.names().forEach(name -> headings.add(question.text("stratum." + name)));
        headings.add(question.text("part"));
        if (!measure.isCount()) {
            headings.add(question.text("whole"));
        }
        headings.add(question.text("value") + (measure.unit().isEmpty() ? "" : " (" + measure.unit() + ")"));
        headings.add(question.text("interval"));
        var kind = Kind.of(measure);
        var facts = Facts.of(question, day);
        if (kind == Kind.PERSONS) {
            facts.interval(Texts.in(question.language().locale()).of(IntervalMethod.WILSON));
        } else {
            facts.add("fact.interval", question.text("no_interval." + kind.word()));
        }
        var drawing = new Drawing(measure, question.language(), veil::hides);
        return new FigureSheet(
                question.title(),
                facts.masking(veil).all(),
                drawing.bars(question.group(), rows),
                headings,
                question.names().size(),
                rows.stream().map(this::line).toList(),
                List.of());
    }

    private Line line(Figure row) {
        var cells = new ArrayList<String>();
        var strata = new LinkedHashMap<String, String>();
        for (var i = 0; i < question.names().size(); i++) {
            var name = question.names().get(i);
            cells.add(question.name(name, row.strata().get(i)));
            strata.put(name, row.strata().get(i));
        }
        cells.add(veil.hidesPart(row) ? Shown.HIDDEN : Shown.number(row.part()));
        if (!question.measure().isCount()) {
            cells.add(veil.hidesWhole(row) ? Shown.HIDDEN : Shown.number(row.whole()));
        }
        cells.add(
                veil.hides(row) ? Shown.HIDDEN : row.value().map(Shown::number).orElse(Shown.NONE));
        cells.add(veil.hides(row) ? Shown.HIDDEN : Shown.interval(question.measure(), row));
        var leadsToPeople = question.measure().dimension().isEmpty() && question.group() != Group.FACILITY;
        return new Line(cells, leadsToPeople ? strata : Map.of());
    }
}
