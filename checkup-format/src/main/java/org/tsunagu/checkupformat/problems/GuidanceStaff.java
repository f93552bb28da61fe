package org.tsunagu.checkupformat.problems;

import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;

/// Whether every contact says who held it (実施者・実施機関): CHK-GUI-009. Not in the report to the state.
final class GuidanceStaff {

    private static final String STAFF = "1.2.392.200119.6.3020";
    private static final String TO_THE_STATE = "30";

    private final Map<String, GuidanceItem> bySection = new TreeMap<>();
    private final Answers answers = Answers.shipped();

    GuidanceStaff() {
        for (var item : GuidanceItems.shipped().all()) {
            if (item.carrier() == GuidanceItem.Carrier.STAFF) {
                bySection.put(item.section(), item);
            }
        }
    }

    void check(Guidance guidance) {
        if (guidance.category().equals(TO_THE_STATE)) {
            return;
        }
        for (var section : guidance.document().sections()) {
            var item = bySection.get(section.code().text());
            for (var act : section.acts()) {
                if (item != null && act.mood().equals(Guidance.DONE) && act.isSession() && !isNamed(act)) {
                    guidance.report("CHK-GUI-009", item, act);
                }
            }
        }
    }

    private boolean isNamed(GuidanceAct act) {
        return answers.find(STAFF, act.staff().text()).isPresent()
                && !act.facility().number().isEmpty();
    }
}
