package org.tsunagu.synthetic.people;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.synthetic.draw.Assumptions;
import org.tsunagu.synthetic.draw.Draw;
import org.tsunagu.synthetic.draw.Normal;
import org.tsunagu.synthetic.world.Institution;
import org.tsunagu.synthetic.world.World;

/// Who goes to the checkup, when and where (受診状況): about the published rate by sex and age of `participation.tsv`,
/// mostly the same people every year, from July to March.
public final class Attendance {
    private static final int YOUNGEST = 40;
    private static final int OLDEST = 74;
    private static final int MONTHS_BEFORE = 3;

    private final long seed;
    private final FiscalYear first;
    private final World world;
    private final String profile;
    private final Table rates =
            Table.read("people/participation", Attendance.class.getResourceAsStream("participation.tsv"));
    private final Map<FiscalYear, List<Row>> byYear = new ConcurrentHashMap<>();
    private final Assumptions assumptions =
            Assumptions.read("people/assumptions", Attendance.class.getResourceAsStream("assumptions.tsv"));

    /// Attendance of an insurer with the rates of a profile.
    public Attendance(long seed, FiscalYear first, String profile, World world) {
        this.seed = seed;
        this.first = first;
        this.profile = profile;
        this.world = world;
    }

    /// The checkup of a member in a fiscal year; empty when the member does not go, is not insured on the day, or is
    /// not of the age.
    public Optional<Visit> visit(Member member, FiscalYear year) {
        var age = year.ageOf(member.birth());
        if (age < YOUNGEST
                || age > OLDEST
                || Normal.cdf(inclination(member.id(), year)) >= rate(member.sex(), age, year)) {
            return Optional.empty();
        }
        var date = date(member.id(), year);
        var day75 = (int) assumptions.get("age_75");
        return member.isInsuredOn(date) && Dates.age(member.birth(), date) < day75
                ? Optional.of(new Visit(member, date, institution(member.id(), year)))
                : Optional.empty();
    }

    /// The published share who go.
    double rate(Sex sex, int age, FiscalYear year) {
        return byYear.computeIfAbsent(year, y -> rates.on(y.firstDay())).stream()
                        .filter(row -> matches(row, sex, age))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("no rate for age %d".formatted(age)))
                        .decimal("percent")
                        .orElseThrow()
                        .doubleValue()
                / 100;
    }

    private boolean matches(Row row, Sex sex, int age) {
        return row.text("profile").equals(profile)
                && row.text("sex").equals(sex.code())
                && row.integer("age_from") <= age
                && age <= row.integer("age_to");
    }

    private double inclination(int id, FiscalYear year) {
        var rho = assumptions.get("persistence");
        var z = Draw.of(seed, "attend", id).normal();
        for (var y = first.year() + 1; y <= year.year(); y++) {
            z = rho * z
                    + StrictMath.sqrt(1 - rho * rho)
                            * Draw.of(seed, "attend", id, y).normal();
        }
        return z;
    }

    private LocalDate date(int id, FiscalYear year) {
        var from = year.firstDay().plusMonths(MONTHS_BEFORE);
        var days = (int) ChronoUnit.DAYS.between(from, year.lastDay()) + 1;
        var date = from.plusDays(Draw.of(seed, "date", id, year.year()).below(days));
        var sunday = date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return sunday ? (date.equals(from) ? date.plusDays(1) : date.minusDays(1)) : date;
    }

    private Institution institution(int id, FiscalYear year) {
        var share = Draw.of(seed, "institution", id).uniform();
        for (var y = first.year() + 1; y <= year.year(); y++) {
            var draw = Draw.of(seed, "institution", id, y);
            share = draw.chance(assumptions.get("change_institution")) ? draw.uniform() : share;
        }
        return world.institution(share);
    }
}
