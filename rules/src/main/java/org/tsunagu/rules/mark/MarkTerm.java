package org.tsunagu.rules.mark;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.codes.item.CheckupValues;
import org.tsunagu.codes.item.Decimals;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Row;
import org.tsunagu.rules.band.Band;
import org.tsunagu.rules.condition.Truth;

/// One line of `marks.tsv` (条件の一行): what it looks at and what it asks.
sealed interface MarkTerm {

    /// What a line may look at: the results, their bands and the marks decided before.
    record Known(
            CheckupValues values, Map<String, Band> bands, Map<String, Truth> marks, Map<String, Certainty> sure) {}

    Truth of(Known known);

    /// How sure what it looks at is; an answer of the person is.
    default Certainty certainty(Known known) {
        return Certainty.SOURCE;
    }

    static MarkTerm of(Row row) {
        var what = row.text("what");
        var value = row.text("value");
        return switch (row.text("kind")) {
            case "band" -> new InBand(what, Integer.parseInt(value));
            case "value" -> new Compared(what, row.text("op").equals("ge"), new BigDecimal(value));
            case "answer" -> new Answered(Items.shipped().get(what), Set.copyOf(List.of(value.split(","))));
            case "mark" -> new Marked(what, value.equals("1"));
            default ->
                throw new IllegalArgumentException(
                        "mark/marks, row %s: kind is band, value, answer or mark".formatted(row.key()));
        };
    }

    private static Certainty ofBand(Known known, String item) {
        var band = known.bands().get(item);
        return band == null ? Certainty.SOURCE : band.reason().basis().certainty();
    }

    /// The value lies in this band or beyond.
    record InBand(String item, int atLeast) implements MarkTerm {
        @Override
        public Truth of(Known known) {
            var band = known.bands().get(item);
            return band == null ? Truth.UNKNOWN : Truth.of(band.band() >= atLeast);
        }

        @Override
        public Certainty certainty(Known known) {
            return ofBand(known, item);
        }
    }

    /// The value compared exactly with a number.
    record Compared(String item, boolean atLeast, BigDecimal limit) implements MarkTerm {
        @Override
        public Truth of(Known known) {
            var band = known.bands().get(item);
            var number = band == null ? null : Decimals.parse(band.value());
            if (number == null) {
                return Truth.UNKNOWN;
            }
            var order = number.compareTo(limit);
            return Truth.of(atLeast ? order >= 0 : order < 0);
        }

        @Override
        public Certainty certainty(Known known) {
            return ofBand(known, item);
        }
    }

    /// One of the answers of a question.
    record Answered(Item item, Set<String> codes) implements MarkTerm {
        @Override
        public Truth of(Known known) {
            var value = known.values().get(item);
            return value.state() == ValueState.MEASURED ? Truth.of(codes.contains(value.text())) : Truth.UNKNOWN;
        }
    }

    /// Another mark holds, or does not.
    record Marked(String mark, boolean wanted) implements MarkTerm {
        @Override
        public Truth of(Known known) {
            return switch (known.marks().getOrDefault(mark, Truth.UNKNOWN)) {
                case TRUE -> Truth.of(wanted);
                case FALSE -> Truth.of(!wanted);
                case UNKNOWN -> Truth.UNKNOWN;
            };
        }

        @Override
        public Certainty certainty(Known known) {
            return known.sure().getOrDefault(mark, Certainty.SOURCE);
        }
    }
}
