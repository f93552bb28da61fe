package org.tsunagu.claimsformat.disease;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;

/// Whether a disease is only suspected (疑い), `suspected.tsv`: by a modifier, or by the end of a name
/// in words. Suspected diseases do not count as patients, but their cost counts.
final class Suspicion {

    private final Set<String> modifiers;
    private final List<String> endings;

    Suspicion(List<Correction> corrections) {
        var rows = Table.read("disease/suspected", Suspicion.class.getResourceAsStream("suspected.tsv"))
                .with(corrections)
                .rows()
                .stream()
                .filter(row -> row.text("is_suspected").equals("true"))
                .toList();
        this.modifiers = new HashSet<>(rows.stream()
                .filter(row -> row.text("what").equals("modifier"))
                .map(row -> row.text("value"))
                .toList());
        this.endings = rows.stream()
                .filter(row -> row.text("what").equals("ending"))
                .map(row -> row.text("value"))
                .toList();
    }

    /// Looks at the modifiers, cut into codes before, and at the name in words.
    boolean of(List<String> codes, String inWords) {
        return codes.stream().anyMatch(modifiers::contains) || endings.stream().anyMatch(inWords.strip()::endsWith);
    }
}
