package org.tsunagu.checkupformat.problems;

/// The doctor's name (医師の氏名): written as author of the diagnosis, never as a result. CHK-ITM-025.
final class Doctor {

    private final ItemMaster master;
    private final int diagnosis;
    private final int[] names;

    Doctor(ItemMaster master) {
        this.master = master;
        this.diagnosis = master.family("doctor")[0];
        this.names = master.items().stream()
                .filter(item -> item.isDoctorName())
                .mapToInt(item -> item.index())
                .toArray();
    }

    void check(Checkup checkup) {
        for (var name : names) {
            if (checkup.results().get(name) != null) {
                checkup.report("CHK-ITM-025", master.item(name));
                return;
            }
        }
        var observation = checkup.results().get(diagnosis);
        if (observation != null
                && observation.state().isValue()
                && observation.doctorName().isBlank()) {
            checkup.report("CHK-ITM-025", master.item(diagnosis));
        }
    }
}
