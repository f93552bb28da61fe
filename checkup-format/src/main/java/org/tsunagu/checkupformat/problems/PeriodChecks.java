package org.tsunagu.checkupformat.problems;

import java.util.HashSet;
import java.util.List;

/// All checks of results with the master of one stretch of time (期別の検査結果チェック). Built once, used for every document
/// of that time.
final class PeriodChecks {

    private final ItemMaster master;
    private final ItemChecks items;
    private final RequiredItems required;
    private final DependentItems dependent;
    private final DetailedItems detailed;
    private final SamplingTime time;
    private final Pressure pressure;
    private final Doctor doctor;
    private final Consistency consistency;
    private final KidneyFunction kidney;
    private final GuidanceConsistency guidance;

    PeriodChecks(ItemMaster master, List<ItemMaster> allMasters) {
        this.master = master;
        this.items = new ItemChecks(master, allMasters);
        this.required = new RequiredItems(master);
        this.dependent = new DependentItems(master);
        this.detailed = new DetailedItems(master);
        this.time = new SamplingTime(master);
        this.pressure = new Pressure(master);
        this.doctor = new Doctor(master);
        this.consistency = new Consistency(master);
        this.kidney = new KidneyFunction(master);
        this.guidance = new GuidanceConsistency(master);
    }

    void check(Checkup checkup) {
        each(checkup);
        var profile = checkup.profile();
        profile.ifPresent(needs -> required.check(checkup, needs));
        dependent.check(checkup);
        time.check(checkup);
        pressure.check(checkup);
        consistency.check(checkup);
        kidney.check(checkup);
        if (checkup.isSpecific()) {
            detailed.check(checkup);
            doctor.check(checkup);
            guidance.check(checkup);
        }
    }

    private void each(Checkup checkup) {
        var results = checkup.results();
        var needed = checkup.profile().map(master::needs);
        var seen = new HashSet<String>(0);
        for (var observation : checkup.document().observations()) {
            var item = observation.item();
            var isNeeded = item != null && needed.isPresent() && needed.get().isNeeded(item.index());
            var fine = items.check(observation, checkup.examDay(), isNeeded, checkup.findings());
            if (item != null && !fine) {
                results.spoil(item.index());
            }
            var mayRepeat = item == null || results.isRepeated(item.index());
            if (mayRepeat && !seen.add(observation.section() + "/" + observation.code())) {
                checkup.findings().result("CHK-ITM-003", observation);
            }
        }
    }
}
