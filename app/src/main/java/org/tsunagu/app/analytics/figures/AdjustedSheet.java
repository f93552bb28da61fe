package org.tsunagu.app.analytics.figures;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.app.analytics.Group;
import org.tsunagu.app.analytics.figures.FigureSheet.Line;
import org.tsunagu.app.analytics.reference.Comparability;
import org.tsunagu.app.analytics.reference.Nation;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.statistics.ratio.StandardPopulation;
import org.tsunagu.statistics.ratio.StandardisedRatio.Chance;
import org.tsunagu.statistics.result.Estimate;
import org.tsunagu.statistics.result.Texts;

/// Groups as if all had the same ages (年齢調整の表): the direct method with a model population, and the
/// indirect one against the whole insurer and, where it was published, against the nation.
final class AdjustedSheet {

    private static final int HUNDRED = 100;

    private final Question question;
    private final Map<String, Layers> groups;
    private final Layers all;
    private final Optional<Nation> nation;
    private final StandardPopulation standard;
    private final Chance chance;
    private final Veil veil;
    private final Texts texts;
    private final List<String> notes = new ArrayList<>();

    AdjustedSheet(Question question, List<Figure> rows) {
        this.question = question;
        this.texts = Texts.in(question.language().locale());
        var measure = question.measure();
        if (question.group() == Group.SEX_AGE) {
            this.all = new Layers();
            rows.forEach(row -> all.add(row.strata().getFirst(), row.strata().get(1), row));
            this.groups = new LinkedHashMap<>();
            Layers.SEXES.forEach(sex -> groups.put(sex, all.of(sex)));
        } else {
            this.groups = Layers.byPlace(rows);
            this.all = Layers.sum(groups.values());
        }
        this.nation = Nation.of(measure.key())
                .filter(one -> Comparability.of(measure.key(), "NDB").stream().noneMatch(Comparability::isForbidden));
        this.standard = question.option("standard", "H27").equals("S60")
                ? StandardPopulation.of1985()
                : StandardPopulation.of2015();
        this.chance = question.option("chance", "").equals("binomial") ? Chance.BINOMIAL : Chance.POISSON;
        this.veil = Veil.over(
                question,
                groups.entrySet().stream()
                        .map(entry -> figure(entry.getKey(), entry.getValue()))
                        .toList());
    }

    private Figure figure(String name, Layers layers) {
        return Places.figure(question.measure(), name, layers);
    }

    FigureSheet sheet(String day) {
        var headings = new ArrayList<>(List.of(
                question.text("stratum." + stratum()),
                question.text("adjusted.persons"),
                question.text("adjusted.events"),
                question.text("adjusted.crude"),
                question.text("interval"),
                question.text("adjusted.direct", "standard", standard.id()),
                question.text("interval"),
                question.text("adjusted.own"),
                question.text("interval")));
        if (nation.isPresent()) {
            headings.add(question.text("adjusted.nation"));
            headings.add(question.text("interval"));
        }
        headings.add(question.text("adjusted.reading"));
        var lines = new ArrayList<Line>();
        groups.forEach((name, layers) -> lines.add(line(
                question.name(stratum(), name),
                layers,
                veil.hides(figure(name, layers)),
                question.group() == Group.SEX_AGE ? List.of(name) : Layers.SEXES)));
        lines.add(line(
                question.text("adjusted.all"),
                all,
                veil.hidesTotal()
                        || (question.isStrict()
                                && Drawing.isSmall(
                                        figure("", all), question.measure().smallestCell())),
                Layers.SEXES));
        return new FigureSheet(
                question.text("adjusted.title", "measure", question.title()),
                facts(day),
                Optional.empty(),
                headings,
                1,
                lines,
                notes);
    }

    private String stratum() {
        return question.group().names().getFirst();
    }

    private List<FigureSheet.Fact> facts(String day) {
        var facts = Facts.of(question, day)
                .people(question.text("adjusted.people"))
                .add(
                        "fact.standard",
                        question.text("standard." + standard.id()),
                        standard.isConfirmed() ? Certainty.SOURCE : Certainty.UNCONFIRMED)
                .add("fact.chance", question.text("chance." + chance.name()));
        nation.ifPresent(one -> facts.add(
                "fact.nation",
                question.text("nation.edition", "edition", Nation.EDITION, "year", Nation.YEAR),
                one.row().basis().certainty()));
        Comparability.of(question.measure().key(), "NDB")
                .forEach(one -> notes.add(question.text("reason." + one.reason())));
        return facts.masking(veil).all();
    }

    private Line line(String name, Layers layers, boolean isHidden, List<String> sexes) {
        var cells = new ArrayList<>(List.of(name));
        if (isHidden) {
            for (var i = 1; i < (nation.isPresent() ? 12 : 10); i++) {
                cells.add(Shown.HIDDEN);
            }
            return Line.of(cells);
        }
        cells.add(Shown.count(layers.whole()));
        cells.add(Shown.count(layers.part()));
        var crude = Shown.share(question.measure(), figure("", layers));
        add(cells, crude, HUNDRED);
        add(cells, noted(layers.direct(standard, sexes)), HUNDRED);
        var own = noted(layers.ratio(all::rate, chance));
        add(cells, own, 1);
        var against = nation.map(one -> noted(layers.ratio(one::rate, chance)).orElseThrow());
        if (nation.isPresent()) {
            add(cells, against, 1);
        }
        cells.add(texts.comparison(against.or(() -> own).orElseThrow(), HUNDRED));
        return Line.of(cells);
    }

    private Optional<Estimate> noted(Estimate estimate) {
        estimate.warnings().forEach(warning -> notes.add(texts.of(warning)));
        estimate.interval()
                .ifPresent(interval -> notes.add(question.text(
                        "adjusted.method",
                        "what",
                        texts.of(estimate.method()),
                        "method",
                        texts.of(interval.method()))));
        return Optional.of(estimate);
    }

    private static void add(List<String> cells, Optional<Estimate> estimate, double factor) {
        var value = estimate.filter(one -> one.value().isPresent())
                .map(one -> one.value().orElseThrow() * factor);
        cells.add(value.map(one -> Shown.decimal(one, 1)).orElse(Shown.NONE));
        cells.add(Shown.limits(estimate.flatMap(Estimate::interval), factor, 1));
    }
}
