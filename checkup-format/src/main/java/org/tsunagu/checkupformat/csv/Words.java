package org.tsunagu.checkupformat.csv;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.table.Table;

/// Words that stand in cells instead of a value or beside a number (結果欄の語), `words.tsv`.
final class Words {

    private final Map<String, Map<String, ValueState>> byPlace = new HashMap<>();

    private Words(Table table) {
        for (var row : table.rows()) {
            byPlace.computeIfAbsent(row.text("place"), place -> new HashMap<>())
                    .put(Cell.plain(row.text("word")), state(row.text("state")));
        }
    }

    static Words shipped() {
        return Shipped.WORDS;
    }

    private static ValueState state(String word) {
        return Arrays.stream(ValueState.values())
                .filter(state -> state.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("words.tsv: no state %s".formatted(word)));
    }

    /// The state a whole cell names.
    Optional<ValueState> state(Cell cell) {
        return Optional.ofNullable(byPlace.getOrDefault("cell", Map.of()).get(cell.plain()));
    }

    /// A number with a word before or after it, for example `300以上`.
    Optional<Marked> marked(Cell cell) {
        var text = cell.plain();
        for (var word : byPlace.getOrDefault("before", Map.of()).entrySet()) {
            if (text.startsWith(word.getKey())
                    && isNumber(text.substring(word.getKey().length()))) {
                return Optional.of(new Marked(
                        word.getValue(), text.substring(word.getKey().length()).strip()));
            }
        }
        for (var word : byPlace.getOrDefault("after", Map.of()).entrySet()) {
            var length = text.length() - word.getKey().length();
            if (text.endsWith(word.getKey()) && isNumber(text.substring(0, length))) {
                return Optional.of(
                        new Marked(word.getValue(), text.substring(0, length).strip()));
            }
        }
        return Optional.empty();
    }

    private static boolean isNumber(String text) {
        return Cell.number(text.strip()).isPresent();
    }

    /// A number beside a mark.
    record Marked(ValueState state, String number) {}

    private static final class Shipped {
        private static final Words WORDS =
                new Words(Table.read("csv/words", Words.class.getResourceAsStream("words.tsv")));
    }
}
