package org.tsunagu.app.analytics.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.tsunagu.measures.Measure;

/// How a measure is looked at (図表の種類).
public enum View {
    /// One group beside the other.
    GROUPS,
    /// As if every group had the same ages.
    ADJUSTED,
    /// Groups by size, with the limits of chance.
    FUNNEL,
    /// Areas, or the prefectures of the nation.
    MAP,
    /// Plan, prefecture and nation.
    COMPARISON;

    /// The word in an address.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The view of a word.
    public static Optional<View> find(String word) {
        return Arrays.stream(values()).filter(view -> view.word().equals(word)).findFirst();
    }

    /// Whether a measure can be looked at in this way: ages are adjusted for shares of persons only.
    public boolean suits(Measure measure) {
        return switch (this) {
            case GROUPS -> true;
            case ADJUSTED, MAP ->
                Kind.of(measure) == Kind.PERSONS && measure.dimension().isEmpty();
            case FUNNEL -> Kind.of(measure) == Kind.PERSONS && !measure.sharesWhole();
            case COMPARISON -> measure.dimension().isEmpty();
        };
    }
}
