package org.tsunagu.claimsformat.claim;

import java.util.HashSet;
import java.util.Set;
import org.tsunagu.codes.table.Table;

/// Whether a disease is only suspected (疑い), `suspected.tsv`: by a modifier of its own, never by digits across two.
public final class Suspected {

    private static final Set<String> MODIFIERS = new HashSet<>();
    private static final Set<String> ENDINGS = new HashSet<>();

    static {
        var table = Table.read("claim/suspected", Suspected.class.getResourceAsStream("suspected.tsv"));
        for (var row : table.rows()) {
            if (row.text("counted").equals("yes")) {
                (row.text("what").equals("modifier") ? MODIFIERS : ENDINGS).add(row.text("value"));
            }
        }
    }

    private Suspected() {}

    /// Whether a disease is suspected.
    public static boolean is(DiseaseRow disease) {
        for (var modifier : disease.modifiers()) {
            if (MODIFIERS.contains(modifier)) {
                return true;
            }
        }
        return disease.isUncoded() && ENDINGS.stream().anyMatch(disease.name()::endsWith);
    }
}
