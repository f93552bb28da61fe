package org.tsunagu.synthetic.claims;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.care.Acts.Schedule;
import org.tsunagu.synthetic.care.Care;
import org.tsunagu.synthetic.care.Drug;
import org.tsunagu.synthetic.care.Illness.Course;
import org.tsunagu.synthetic.claims.Encounter.Cause;
import org.tsunagu.synthetic.course.Targets;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.people.Member;

/// Makes the claims of visits (医科入院外と調剤): the doctor's, and the pharmacy's when the prescription
/// goes there.
final class Outpatients {

    private static final int DAYS_BETWEEN = 2;
    private static final int LAST_DAY = 28;

    private final Care care;
    private final Money money;
    private final Assumptions assumptions;
    private final Diagnoses diagnoses;

    Outpatients(Care care, Targets targets, Assumptions assumptions) {
        this.care = care;
        this.money = new Money(targets, assumptions);
        this.assumptions = assumptions;
        this.diagnoses = new Diagnoses(care, assumptions);
    }

    void add(Encounter encounter, Member member, YearMonth month, Draw draw, List<Receipt> receipts) {
        var days = days(encounter, draw);
        if (!member.isInsuredOn(month.atDay(days.getFirst())) || !member.isInsuredOn(month.atDay(days.getLast()))) {
            return;
        }
        var fees = care.acts().in(month);
        var main = diagnoses.main(encounter, draw);
        var supplies = encounter.supplies();
        var isOutside = encounter.facility().isOutside();
        var dispensed = isOutside ? dispensed(supplies, days.getFirst(), fees) : Optional.<Dispensed>empty();
        var units = new ArrayList<>(talk(encounter, main, days, fees));
        units.addAll(medicines(supplies, isOutside, days.getFirst(), fees));
        var included = Money.includesMedicines(main.illness())
                ? dispensed.map(Dispensed::points).orElse(0L)
                : 0L;
        var wanted = money.points(main.illness(), member, month, draw)
                - units.stream().mapToLong(Unit::total).sum()
                - included;
        units.addAll(new Fill(fees).upTo(wanted, main.illness().tests(), days.getFirst(), draw));
        units.sort(Comparator.comparing(Unit::careClass));
        var payer = Payers.of(member, month, main.illness(), assumptions);
        receipts.add(new Receipt(
                Kind.MEDICAL,
                member,
                month,
                encounter.facility(),
                encounter.facility(),
                main.illness(),
                diagnoses.of(encounter, main, month, draw),
                List.copyOf(units),
                List.of(),
                days,
                Optional.empty(),
                payer,
                Payers.notes(main.illness())));
        dispensed.ifPresent(one -> receipts.add(new Receipt(
                Kind.DISPENSING,
                member,
                month,
                care.facilities().pharmacy(encounter.facility()),
                encounter.facility(),
                main.illness(),
                List.of(),
                List.of(),
                List.of(one),
                List.of(days.getFirst()),
                Optional.empty(),
                payer,
                "")));
    }

    private static Optional<Dispensed> dispensed(List<Supply> supplies, int day, Schedule fees) {
        return supplies.isEmpty() ? Optional.empty() : Optional.of(Dispensed.of(day, supplies, fees));
    }

    private List<Integer> days(Encounter encounter, Draw draw) {
        var count = encounter.days();
        var first = 1 + draw.below((int) assumptions.get("day_latest"));
        var isChronic =
                encounter.causes().stream().noneMatch(cause -> cause.illness().course() == Course.ACUTE);
        var more = isChronic && count == 1 && draw.chance(assumptions.get("doctor_visits_more")) ? 2 : count;
        if (more == 1) {
            return List.of(first);
        }
        // Several days are spread from the beginning of the month, as far as it reaches.
        var begin = 1 + draw.below(Math.max(1, LAST_DAY - DAYS_BETWEEN * (more - 1)));
        return IntStream.range(0, more).mapToObj(i -> begin + DAYS_BETWEEN * i).toList();
    }

    private static List<Unit> talk(Encounter encounter, Cause main, List<Integer> days, Schedule fees) {
        var units = new ArrayList<Unit>();
        var isNew = encounter.causes().stream().allMatch(Cause::isNew);
        if (isNew) {
            units.add(Unit.of(fees.get("FIRST"), days.subList(0, 1)));
        }
        var again = isNew ? days.subList(1, days.size()) : days;
        if (!again.isEmpty()) {
            units.add(Unit.of(fees.get("AGAIN"), again));
            units.add(Unit.of(fees.get("MANAGE"), again));
        }
        if (!isNew && main.illness().course() == Course.DRUG) {
            units.add(Unit.of(fees.get("DISEASE"), days.subList(0, 1)));
        }
        if (main.illness().course() == Course.DIALYSIS) {
            units.add(Unit.of(fees.get("DIALYSIS"), days));
            units.add(Unit.of(fees.get("DIALYSIS-EXTRA"), days));
            units.add(Unit.of(fees.get("DIALYSIS-DRUG"), days.subList(0, 1)));
        }
        return units;
    }

    private static List<Unit> medicines(List<Supply> supplies, boolean isOutside, int day, Schedule fees) {
        if (supplies.isEmpty()) {
            return List.of();
        }
        var once = List.of(day);
        if (isOutside) {
            return List.of(Unit.of(fees.get("SLIP"), once));
        }
        var units = new ArrayList<>(List.of(Unit.of(fees.get("HANDOUT"), once), Unit.of(fees.get("DISPENSE"), once)));
        for (var supply : supplies) {
            var items = supply.drugs().stream().map(Outpatients::item).toList();
            var points =
                    Drug.points(supply.drugs().stream().map(Drug::dailyYen).reduce(BigDecimal.ZERO, BigDecimal::add));
            units.add(new Unit(supply.isInternal() ? "21" : "23", items, points, supply.days(), once));
        }
        return units;
    }

    private static Item item(Drug drug) {
        return new Item("IY", drug.code(), Integer.toString(drug.perDay()));
    }
}
