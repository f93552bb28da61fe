package org.tsunagu.synthetic.course;

import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;
import org.tsunagu.rules.band.Band;

/// Which recorded values of a checkup lead to a doctor (受診勧奨判定値).
final class Referrals {

    private static final int DOCTOR = 2;

    private final People people;
    private final Judging judging = Judging.shipped();

    Referrals(People people) {
        this.people = people;
    }

    /// Keys of `thresholds.tsv`; none without a checkup.
    Set<String> of(Year year) {
        if (year.visit().isEmpty()) {
            return Set.of();
        }
        var checkup = year.checkup();
        var values =
                people.sheets().write(checkup, year.visit().get().institution()).values();
        var examinee = new Examinee(checkup.sex(), checkup.birth(), checkup.date());
        return judging.judge(examinee, values).bands().stream()
                .filter(band -> band.band() == DOCTOR)
                .map(Band::item)
                .collect(Collectors.toSet());
    }
}
