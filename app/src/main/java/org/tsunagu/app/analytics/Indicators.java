package org.tsunagu.app.analytics;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.DuckEngine;
import org.tsunagu.measures.count.Engine;
import org.tsunagu.measures.count.Figure;
import org.tsunagu.measures.mart.MartFolder;

/// Figures of the current insurer (指標の集計), counted over the data that was made last.
@Service
public class Indicators {

    private static final List<String> BY_YEAR = List.of("fiscal_year");

    private final Marts marts;
    private final Map<Path, Map<String, NavigableMap<Integer, Figure>>> yearly = new ConcurrentHashMap<>();

    Indicators(Marts marts) {
        this.marts = marts;
    }

    /// All measures without a dimension by fiscal year; empty before the first making. Counted once a
    /// making.
    public Optional<Map<String, NavigableMap<Integer, Figure>>> yearly() {
        return version().map(version -> {
            var known = yearly.get(version);
            if (known == null) {
                known = counted(version);
                yearly.keySet().removeIf(old -> old.resolveSibling("").equals(version.resolveSibling("")));
                yearly.put(version, known);
            }
            return known;
        });
    }

    private Map<String, NavigableMap<Integer, Figure>> counted(Path version) {
        var all = new HashMap<String, NavigableMap<Integer, Figure>>();
        return answered(() -> DuckEngine.forMany(version, spill()), engine -> {
            for (var measure : Measures.all()) {
                if (measure.dimension().isEmpty() && hasData(version, measure)) {
                    var years = new TreeMap<Integer, Figure>();
                    for (var figure : engine.count(measure, BY_YEAR)) {
                        years.put(Integer.valueOf(figure.strata().getFirst()), figure);
                    }
                    all.put(measure.key(), years);
                }
            }
            return all;
        });
    }

    /// Whether there is anything to count a measure from: without claims its zero would be a lie.
    public boolean hasData(Measure measure) {
        return version().filter(version -> hasData(version, measure)).isPresent();
    }

    private static boolean hasData(Path version, Measure measure) {
        try {
            return !MartFolder.files(version, measure.table()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Puts questions to an engine over the data; empty before the first making.
    public <T> Optional<T> ask(Function<Engine, T> questions) {
        return ask(false, questions);
    }

    /// The same, with the institution of the checkup in place of the area when it is asked for.
    public <T> Optional<T> ask(boolean isByFacility, Function<Engine, T> questions) {
        return version()
                .map(version -> answered(
                        () -> isByFacility
                                ? DuckEngine.byFacility(version, spill())
                                : DuckEngine.over(version, spill()),
                        questions));
    }

    /// Opening an engine may fail in two ways.
    private interface Opening {
        DuckEngine open() throws IOException, SQLException;
    }

    private static <T> T answered(Opening opening, Function<Engine, T> questions) {
        try (var engine = opening.open()) {
            return questions.apply(engine);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("the mart cannot be opened", e);
        }
    }

    /// How many people have something in the numerator of each group.
    ///
    /// @param by what it is counted by
    /// @return people by the values of these and of the measure's own dimension
    public Map<List<String>, Long> people(Measure measure, List<String> by) {
        var place = by.contains("area") ? "member_type" : "area";
        var more = Stream.concat(by.stream(), Stream.of(place)).toList();
        return askByPerson(place, engine -> engine.count(measure, more)).orElse(List.of()).stream()
                .filter(figure -> figure.part().signum() > 0)
                .map(figure -> {
                    var strata = new ArrayList<>(figure.strata());
                    strata.remove(by.size());
                    return List.copyOf(strata);
                })
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /// The same with the person in place of a stratum; for [PeopleBehind].
    <T> Optional<T> askByPerson(String stratum, Function<Engine, T> questions) {
        return version().map(version -> answered(() -> DuckEngine.byPerson(version, spill(), stratum), questions));
    }

    private Path spill() throws IOException {
        return Files.createDirectories(marts.spill());
    }

    private Optional<Path> version() {
        try {
            return marts.folder(Actors.current().insurer().id()).current();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
