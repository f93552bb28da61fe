package org.tsunagu.app.intake;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.tsunagu.checkupformat.document.ReceivedFile;

/// Which entries are to be read again, each with what has been put right in it (修正を反映した再読み取り).
record Repaired(Map<String, List<Change>> entries) {

    static final Repaired NOTHING = new Repaired(Map.of());

    boolean has(String entry) {
        return entries.containsKey(entry);
    }

    UnaryOperator<ReceivedFile> repair(String entry) {
        var changes = entries.getOrDefault(entry, List.of());
        return document -> {
            var repaired = document;
            for (var change : changes) {
                repaired = change.applied(repaired);
            }
            return repaired;
        };
    }
}
