package org.tsunagu.app.membership;

import java.util.Map;
import java.util.stream.Collectors;
import org.tsunagu.codes.table.Table;

/// What a member is to the insured person, as far as it decides anything (続柄); which words of a register mean it stands
/// in `relations.tsv`.
public enum Relation {
    /// The insured person (本人・組合員・世帯主).
    SELF,
    /// The husband or wife (配偶者).
    SPOUSE;

    private static final Map<String, Relation> WORDS =
            Table.read("membership/relations", Relation.class.getResourceAsStream("relations.tsv")).rows().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            row -> row.text("word"), row -> valueOf(row.text("relation"))));

    /// Whether the word of a register means this.
    public boolean isCalled(String word) {
        return WORDS.get(word) == this;
    }
}
