package org.tsunagu.checkupformat.problems;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Requirement;

/// Whether detailed items say why they were done (詳細な健診の実施理由・対象者): CHK-ITM-022, and eGFR with creatinine,
/// CHK-ITM-023.
final class DetailedItems {

    private static final String MAIN_SECTION = "01010";
    private static final String NOT_AS_DETAILED = "0";

    private final List<Group> groups = new ArrayList<>();
    private final int[] creatinine;
    private final int[] egfr;
    private final ItemMaster master;

    /// One series: its results, and what goes with them; -1 for what the series does not have in this period.
    private static final class Group {
        private final int[] results;
        private final int target;
        private final int reason;

        Group(List<Item> items) {
            this.results = ofRole(items, "result").toArray();
            this.target = ofRole(items, "target_person").findFirst().orElse(-1);
            this.reason = ofRole(items, "reason").findFirst().orElse(-1);
        }

        private static IntStream ofRole(List<Item> items, String role) {
            return items.stream()
                    .filter(item -> item.group().role().equals(role))
                    .mapToInt(Item::index);
        }
    }

    DetailedItems(ItemMaster master) {
        this.master = master;
        this.creatinine = master.family("creatinine");
        this.egfr = master.family("egfr");
        var byGroup = new TreeMap<String, List<Item>>();
        for (var item : master.items()) {
            if (item.requirement() == Requirement.DETAILED && master.exists(item)) {
                byGroup.computeIfAbsent(item.group().group(), name -> new ArrayList<>())
                        .add(item);
            }
        }
        byGroup.forEach((name, items) -> groups.add(new Group(items)));
    }

    void check(Checkup checkup) {
        for (var group : groups) {
            var missing = isDone(group, checkup.results()) ? missing(group, checkup.results()) : -1;
            if (missing >= 0) {
                checkup.report("CHK-ITM-022", master.item(missing));
            }
        }
        egfr(checkup);
    }

    private static boolean isDone(Group group, Results results) {
        for (var index : group.results) {
            var observation = results.get(index);
            if (observation != null
                    && observation.section().equals(MAIN_SECTION)
                    && observation.state().isValue()) {
                return true;
            }
        }
        return false;
    }

    /// The target person or reason that is missing; done other than as a detailed item, it needs no reason.
    private static int missing(Group group, Results results) {
        if (group.target >= 0) {
            if (!results.answers(group.target)) {
                return group.target;
            }
            if (results.text(group.target).equals(NOT_AS_DETAILED)) {
                return -1;
            }
        }
        return group.reason >= 0 && !results.answers(group.reason) ? group.reason : -1;
    }

    private void egfr(Checkup checkup) {
        var results = checkup.results();
        for (var group : groups) {
            for (var index : group.results) {
                if (isCreatinine(index) && isDetailed(index, group, results)) {
                    reportMissing(checkup, index);
                    return;
                }
            }
        }
    }

    private boolean isCreatinine(int index) {
        for (var one : creatinine) {
            if (one == index) {
                return true;
            }
        }
        return false;
    }

    private static boolean isDetailed(int index, Group group, Results results) {
        var observation = results.get(index);
        return observation != null
                && observation.section().equals(MAIN_SECTION)
                && observation.state().isValue()
                && (group.target < 0 || !results.text(group.target).equals(NOT_AS_DETAILED));
    }

    private void reportMissing(Checkup checkup, int measured) {
        for (var index : egfr) {
            if (!master.exists(master.item(index)) || checkup.results().answers(index)) {
                return;
            }
        }
        checkup.report("CHK-ITM-023", master.item(measured));
    }
}
