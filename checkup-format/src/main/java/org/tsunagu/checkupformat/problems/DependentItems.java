package org.tsunagu.checkupformat.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Requirement;
import org.tsunagu.codes.item.ValueState;
import org.tsunagu.codes.item.ValueType;

/// Whether findings are described (所見の記載): CHK-ITM-020. What is taken for medication may stay open.
final class DependentItems {

    private static final String FINDINGS = "1";
    private static final Set<String> SAYING_FINDINGS = Set.of("1.2.392.200119.6.2001", "1.2.392.200119.6.2002");

    private final List<Item> parents = new ArrayList<>();
    private final List<Item> texts = new ArrayList<>();

    DependentItems(ItemMaster master) {
        for (var item : master.items()) {
            if (item.type() == ValueType.ST
                    && !item.dependsOn().isEmpty()
                    && item.requirement() != Requirement.OUTPUT_IF_PRESENT) {
                var parent = master.item(item.dependsOn());
                if (SAYING_FINDINGS.contains(master.codeSystem(parent)) && master.exists(item)) {
                    parents.add(parent);
                    texts.add(item);
                }
            }
        }
    }

    void check(Checkup checkup) {
        var results = checkup.results();
        for (var i = 0; i < texts.size(); i++) {
            var parent = parents.get(i).index();
            if (results.get(parent) != null
                    && results.text(parent).equals(FINDINGS)
                    && !results.isSpoiled(parent)
                    && results.state(texts.get(i).index()) != ValueState.MEASURED
                    && !results.isSpoiled(texts.get(i).index())) {
                checkup.report("CHK-ITM-020", texts.get(i));
            }
        }
    }
}
