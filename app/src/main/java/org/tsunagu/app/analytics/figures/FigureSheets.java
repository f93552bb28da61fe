package org.tsunagu.app.analytics.figures;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.analytics.Build;
import org.tsunagu.app.analytics.Indicators;
import org.tsunagu.app.analytics.Marts;
import org.tsunagu.app.analytics.areas.AreaMaps;
import org.tsunagu.app.planning.Target;
import org.tsunagu.app.planning.Targets;
import org.tsunagu.app.ui.Language;
import org.tsunagu.codes.time.Era;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.rules.rates.Percent;

/// Makes figures of the current insurer (図表の作成), the same for pages and files.
@Service
public class FigureSheets {

    private static final List<String> BY_YEAR = List.of("fiscal_year");
    private static final String CHECKUP_RATE = "CHECKUP-RATE";
    private static final String GUIDANCE_RATE = "GUIDANCE-RATE";

    private final Indicators indicators;
    private final Marts marts;
    private final Targets targets;
    private final AreaMaps maps;

    FigureSheets(Indicators indicators, Marts marts, Targets targets, AreaMaps maps) {
        this.indicators = indicators;
        this.marts = marts;
        this.targets = targets;
        this.maps = maps;
    }

    /// A figure and what else its page shows (図表と推移).
    ///
    /// @param question with the year that is shown; 0 when there is none
    /// @param trend of the years
    /// @param sheet empty when there is nothing to count from
    public record Answer(Question question, List<Integer> years, List<Figure> trend, Optional<FigureSheet> sheet) {}

    /// Answers a question.
    public Answer of(Question asked) {
        var measure = asked.measure();
        var counted = Optional.of(measure)
                .filter(indicators::hasData)
                .flatMap(one -> indicators.ask(
                        asked.isByFacility(),
                        engine -> List.of(engine.count(one, BY_YEAR), engine.count(one, asked.strata()))));
        var trend = counted.map(List::getFirst).orElse(List.of());
        var years = trend.stream()
                .map(figure -> Integer.valueOf(figure.strata().getFirst()))
                .distinct()
                .toList();
        if (years.isEmpty()) {
            return new Answer(asked.of(0), years, trend, Optional.empty());
        }
        var question = asked.of(years.contains(asked.year()) ? asked.year() : years.getLast());
        var rows = counted.map(List::getLast).orElse(List.of()).stream()
                .filter(figure -> figure.strata().getFirst().equals(Integer.toString(question.year())))
                .map(figure -> new Figure(
                        figure.strata().subList(1, figure.strata().size()),
                        figure.part(),
                        figure.whole(),
                        figure.value()))
                .toList();
        return new Answer(question, years, trend, Optional.of(sheet(question, rows)));
    }

    private FigureSheet sheet(Question question, List<Figure> rows) {
        var insurer = Actors.current().insurer().number();
        var day = day(question.language());
        return switch (question.view()) {
            case GROUPS -> new GroupSheet(question, rows, persons(question)).sheet(day);
            case ADJUSTED -> new AdjustedSheet(question, rows).sheet(day);
            case FUNNEL -> new FunnelSheet(question, rows).sheet(day);
            case MAP -> new MapSheet(question, maps.current(), insurer).sheet(rows, day);
            case COMPARISON -> new ComparisonSheet(question, rows, insurer, target(question)).sheet(day);
        };
    }

    /// How many people stand behind each group of claims, days or money, for whoever must not see figures of a few.
    private Map<List<String>, Long> persons(Question question) {
        if (!question.isStrict() || !Kind.saysNoPeople(question.measure())) {
            return Map.of();
        }
        return indicators.people(question.measure(), question.strata()).entrySet().stream()
                .filter(entry -> entry.getKey().getFirst().equals(Integer.toString(question.year())))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().subList(1, entry.getKey().size()), Map.Entry::getValue));
    }

    private String day(Language language) {
        return marts.current()
                .flatMap(Build::asOf)
                .map(day -> language == Language.JAPANESE ? Era.format(day) : day.toString())
                .orElse(Shown.NONE);
    }

    /// Only these two rates have targets in the plan.
    private Optional<String> target(Question question) {
        var target = targets.find(new FiscalYear(question.year()));
        return switch (question.measure().key()) {
            case CHECKUP_RATE -> target.map(Target::checkup).map(FigureSheets::percent);
            case GUIDANCE_RATE -> target.map(Target::guidance).map(FigureSheets::percent);
            default -> Optional.empty();
        };
    }

    private static String percent(Percent rate) {
        return rate.fraction().movePointRight(2).stripTrailingZeros().toPlainString();
    }
}
