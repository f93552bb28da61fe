package org.tsunagu.synthetic.claims;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Illness;
import org.tsunagu.synthetic.course.Targets;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Makes the claims of dentists (歯科).
final class Dentists {

    private static final int LAST_BEGIN = 20;
    private static final int WEEK = 7;

    private final long seed;
    private final Care care;
    private final Money money;
    private final Assumptions assumptions;

    Dentists(long seed, Care care, Targets targets, Assumptions assumptions) {
        this.seed = seed;
        this.care = care;
        this.money = new Money(targets, assumptions);
        this.assumptions = assumptions;
    }

    void add(Illness illness, Member member, YearMonth month, Draw draw, List<Receipt> receipts) {
        var first = 1 + draw.below(LAST_BEGIN);
        var days = List.of(first, first + WEEK);
        if (!member.isInsuredOn(month.atDay(days.getFirst())) || !member.isInsuredOn(month.atDay(days.getLast()))) {
            return;
        }
        var fees = care.acts().in(month);
        var units = new ArrayList<>(List.of(
                Unit.of(fees.get("D-FIRST"), days.subList(0, 1)),
                Unit.of(fees.get("D-AGAIN"), days.subList(1, days.size())),
                Unit.of(fees.get("D-GUIDE"), days.subList(0, 1))));
        var left = money.points(illness, member, month, draw)
                - units.stream().mapToLong(Unit::total).sum();
        units.addAll(new Fill(fees).upTo(left, "DENTAL", first, draw));
        units.sort(Comparator.comparing(Unit::careClass));
        var dentist = care.facilities().of(illness.specialty(), seed, member.id());
        receipts.add(new Receipt(
                Kind.DENTAL,
                member,
                month,
                dentist,
                dentist,
                illness,
                List.of(new Diagnosis(illness, month.atDay(first), true, false, false)),
                List.copyOf(units),
                List.of(),
                days,
                Optional.empty(),
                Payers.of(member, month, illness, assumptions),
                ""));
    }
}
