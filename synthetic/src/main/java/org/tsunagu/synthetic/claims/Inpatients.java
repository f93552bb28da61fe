package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.care.Act;
import org.tsunagu.synthetic.care.Acts.Schedule;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.course.Stay;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Makes the claims of stays, one a month (入院・DPC): paid by diagnosis group and day with operations
/// beside it, or by fees.
final class Inpatients {

    /// Care class of meals (診療識別), whose numbers are yen.
    static final String MEALS = "97";
    /// Care class of what is paid by diagnosis group (包括).
    static final String GROUP = "93";

    private static final int MEALS_A_DAY = 3;
    private static final int MOST_MEALS = 99;
    private static final double OPERATIONS = 0.45;

    private final Care care;
    private final Assumptions assumptions;

    Inpatients(Care care, Assumptions assumptions) {
        this.care = care;
        this.assumptions = assumptions;
    }

    void add(Stay stay, Member member, YearMonth month, Draw draw, List<Receipt> receipts) {
        var first = stay.from(month);
        var last = stay.to(month);
        if (!member.isInsuredOn(first) || !member.isInsuredOn(last)) {
            return;
        }
        var fees = care.acts().in(month);
        var days = IntStream.rangeClosed(first.getDayOfMonth(), last.getDayOfMonth())
                .boxed()
                .toList();
        var isDpc = stay.hospital().isDpc() && !stay.illness().dpc().isEmpty();
        var isFirst = stay.admitted().equals(first);
        var meals = Math.min(MOST_MEALS, MEALS_A_DAY * days.size());
        var points = Math.max(1, stay.points(month));
        var units = new ArrayList<Unit>();
        if (isFirst) {
            units.addAll(new Fill(fees).upTo(points * OPERATIONS, "OPERATION", days.getFirst(), draw));
        }
        if (isDpc) {
            var rest = points - units.stream().mapToLong(Unit::total).sum();
            units.add(new Unit(GROUP, List.of(), rest, 1, days.subList(0, 1)));
        } else {
            byFees(units, points, days, fees, draw);
        }
        units.add(Unit.of(fees.get("MEAL"), meals, days.getFirst()));
        units.add(Unit.of(fees.get("BURDEN"), meals, days.getFirst()));
        units.sort(Comparator.comparing(Unit::careClass));
        receipts.add(new Receipt(
                isDpc ? Kind.DPC : Kind.MEDICAL,
                member,
                month,
                stay.hospital(),
                stay.hospital(),
                stay.illness(),
                List.of(new Diagnosis(
                        stay.named(),
                        stay.admitted(),
                        true,
                        false,
                        stay.discharged().equals(last))),
                List.copyOf(units),
                List.of(),
                days,
                Optional.of(stay),
                Payers.of(member, month, stay.illness(), assumptions),
                ""));
    }

    private static void byFees(List<Unit> units, long points, List<Integer> days, Schedule fees, Draw draw) {
        var left = points - units.stream().mapToLong(Unit::total).sum();
        var ward = ward(left, days.size(), fees);
        units.add(Unit.of(ward, days));
        left -= ward.points() * days.size();
        units.addAll(new Fill(fees).upTo((double) left, "CANCER", days.getFirst(), draw));
    }

    private static Act ward(long points, int days, Schedule fees) {
        var acute = fees.get("WARD");
        return points >= acute.points() * days ? acute : fees.get("WARD-LONG");
    }
}
