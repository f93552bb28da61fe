package org.tsunagu.rules.stratification;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.decision.Decision;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.decision.ReasonCode;

/// The levels of all states for every age the programme covers (年齢別のレベル). Ages with the same rows share them.
final class AgeLevels {

    private final int youngest;
    private final List<StateLevels> byAge = new ArrayList<>();
    private final Row bounds;

    AgeLevels(Table levels, Table missingValues, Table departures, LocalDate day) {
        var rows = levels.on(day);
        bounds = rows.getFirst();
        youngest =
                rows.stream().mapToInt(row -> row.integer("fy_age_min")).min().orElseThrow();
        var oldest =
                rows.stream().mapToInt(row -> row.integer("fy_age_max")).max().orElseThrow();
        Map<LevelRows, StateLevels> shared = new HashMap<>();
        for (var age = youngest; age <= oldest; age++) {
            var sample = age;
            byAge.add(shared.computeIfAbsent(
                    LevelRows.forAge(rows, age),
                    mine -> StateLevels.of(mine, missingValues, new Departures(departures.on(day)), sample)));
        }
    }

    /// Whether the programme covers an age.
    boolean covers(int age) {
        return youngest <= age && age < youngest + byAge.size();
    }

    StateLevels at(int age) {
        return byAge.get(age - youngest);
    }

    /// The decision about someone the programme does not cover.
    Decision<Level> outside(int age, Optional<Reason> ageReason) {
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason(
                ReasonCode.OUTSIDE_AGE,
                "fy_age",
                "",
                bounds.basis(),
                "",
                Integer.toString(age),
                Map.of(
                        "from", Integer.toString(youngest),
                        "to", Integer.toString(youngest + byAge.size() - 1))));
        ageReason.ifPresent(reasons::add);
        return new Decision<>(Level.OUTSIDE, true, List.copyOf(reasons), List.of());
    }
}
