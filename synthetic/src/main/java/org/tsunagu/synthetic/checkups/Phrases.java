package org.tsunagu.synthetic.checkups;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Table;
import org.tsunagu.synthetic.draw.Draw;

/// Short texts that doctors write (所見文), `phrases.tsv`.
final class Phrases {
    private final Map<String, List<String>> byUse = new HashMap<>();

    Phrases() {
        for (var row : Table.read("checkups/phrases", Phrases.class.getResourceAsStream("phrases.tsv"))
                .rows()) {
            byUse.computeIfAbsent(row.text("use"), use -> new ArrayList<>()).add(row.text("text"));
        }
    }

    String pick(String use, Draw draw) {
        var texts = byUse.get(use);
        if (texts == null) {
            throw new IllegalArgumentException("phrases.tsv has no %s".formatted(use));
        }
        return draw.pick(texts);
    }
}
