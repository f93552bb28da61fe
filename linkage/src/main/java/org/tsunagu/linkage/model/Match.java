package org.tsunagu.linkage.model;

import java.util.Comparator;
import java.util.List;
import org.tsunagu.linkage.field.Level;

/// Two records that may belong to one person (一致候補).
///
/// @param weight bits for their belonging together
/// @param score probability, 0 to 1; lowered to the doubtful zone where a [Doubt] stands against it
/// @param evidence of every field
/// @param doubts why a person must decide, whatever the score
public record Match(int left, int right, double weight, double score, List<Evidence> evidence, List<Doubt> doubts) {

    /// The surest first; equal ones in the order of the files.
    public static final Comparator<Match> SUREST_FIRST = Comparator.comparingDouble(Match::weight)
            .reversed()
            .thenComparingInt(Match::left)
            .thenComparingInt(Match::right);

    /// What a field says (項目ごとの根拠).
    ///
    /// @param weight bits, negative when against
    public record Evidence(String field, Level level, double weight) {}

    /// Which of the three zones it is in.
    public Zone zone() {
        return Zone.of(score);
    }
}
