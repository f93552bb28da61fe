package org.tsunagu.synthetic.course;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tsunagu.synthetic.course.PlantedClaim.Kind;
import org.tsunagu.synthetic.people.Member;

/// Who was told to see a doctor and did not (受診勧奨後の未受診): a value at the doctor-visit level and
/// no claim that has to do with it from the month of the checkup to six months later, all of them insured
/// and within the data.
final class Untreated {

    private static final int MONTHS = 6;

    private final Calendar calendar;
    private final List<Medicine> medicines;

    Untreated(Calendar calendar, List<Medicine> medicines) {
        this.calendar = calendar;
        this.medicines = medicines;
    }

    void add(
            Member member,
            List<Year> years,
            Map<Integer, Set<String>> referrals,
            List<Treatment> treatments,
            List<PlantedClaim> planted) {
        for (var year : years) {
            var high = referrals.getOrDefault(year.year().year(), Set.of());
            var date = year.checkup().date();
            var month = calendar.of(date);
            var isInData = month + MONTHS < calendar.months()
                    && !member.from().isAfter(calendar.at(month).atDay(1))
                    && !member.to().isBefore(calendar.at(month + MONTHS).atEndOfMonth());
            for (var medicine : medicines) {
                if (isInData
                        && high.stream().anyMatch(medicine.items()::contains)
                        && !isSeen(medicine, treatments, month)) {
                    planted.add(new PlantedClaim(
                            Kind.NEVER_TREATED,
                            member.id(),
                            medicine.group(),
                            date.toString(),
                            calendar.at(month + MONTHS).toString(),
                            ""));
                }
            }
        }
    }

    private static boolean isSeen(Medicine medicine, List<Treatment> treatments, int month) {
        return treatments.stream()
                .filter(treatment -> treatment.illness() == medicine.illness())
                .anyMatch(treatment ->
                        IntStream.rangeClosed(month, month + MONTHS).anyMatch(treatment::isDue));
    }
}
