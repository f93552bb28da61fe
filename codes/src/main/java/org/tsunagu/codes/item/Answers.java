package org.tsunagu.codes.item;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The code systems of the national format (結果コード表・OID表), `answers.tsv`: which codes a system has, what they mean,
/// and on which checkup dates they may be used.
public final class Answers {

    /// Any one digit may stand in the code system (the user defines its meaning).
    private static final String ANY_DIGIT = "*";

    private final Map<String, Map<String, Row>> systems = new HashMap<>();

    private Answers(Table table) {
        table.rows()
                .forEach(row -> systems.computeIfAbsent(row.text("code_system"), oid -> new TreeMap<>())
                        .put(row.text("code"), row));
    }

    /// The tables as shipped; read once.
    public static Answers shipped() {
        return Shipped.ANSWERS;
    }

    /// What a code is worth in a code system on a checkup date.
    public Acceptance accept(String codeSystem, String code, LocalDate checkup) {
        var codes = systems.get(codeSystem);
        if (codes == null) {
            return Acceptance.UNKNOWN_SYSTEM;
        }
        var row = codes.get(code);
        if (row == null) {
            return codes.containsKey(ANY_DIGIT) && code.matches("[0-9]") ? Acceptance.VALID : Acceptance.UNKNOWN_CODE;
        }
        if (row.validity().includes(checkup)) {
            return Acceptance.VALID;
        }
        var early = checkup.isBefore(row.validity().from());
        return early && row.text("start_not_confirmed").equals("1") ? Acceptance.EARLY : Acceptance.OTHER_PERIOD;
    }

    /// The row of a code: its names, validity and source.
    public Optional<Row> find(String codeSystem, String code) {
        return Optional.ofNullable(systems.getOrDefault(codeSystem, Map.of()).get(code));
    }

    /// The rows of a code system in code order; empty when it is not known.
    public List<Row> of(String codeSystem) {
        return List.copyOf(systems.getOrDefault(codeSystem, Map.of()).values());
    }

    /// The days on which a code comes or goes, with repetitions.
    public Stream<LocalDate> changeDays() {
        return systems.values().stream()
                .flatMap(codes -> codes.values().stream())
                .flatMap(row -> row.validity().changeDays());
    }

    /// What a code is worth (コードの可否).
    public enum Acceptance {
        /// In the code system and in force.
        VALID,
        /// Used before the first period, but that period is not confirmed: a note, not an error.
        EARLY,
        /// In the code system, but not on this checkup date.
        OTHER_PERIOD,
        /// Not in the code system.
        UNKNOWN_CODE,
        /// No such code system.
        UNKNOWN_SYSTEM
    }

    private static final class Shipped {
        private static final Answers ANSWERS =
                new Answers(Table.read("item/answers", Answers.class.getResourceAsStream("answers.tsv")));
    }
}
