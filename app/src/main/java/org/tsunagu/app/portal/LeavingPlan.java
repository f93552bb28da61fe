package org.tsunagu.app.portal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.app.membership.Coverage;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.rules.legal.Answer;
import org.tsunagu.rules.legal.Ground;
import org.tsunagu.rules.legal.Grounds;
import org.tsunagu.rules.legal.Question;
import org.tsunagu.rules.legal.Will;

/// How a member's cover ends here (資格がなくなるとき), and what the next insurer gets on which ground.
///
/// @param isOver whether it has ended already
/// @param lastDay the last day insured here
/// @param next who insures the member then
/// @param handed what is handed over
public record LeavingPlan(boolean isOver, LocalDate lastDay, Next next, List<Handed> handed) {

    private static final String UNION = "WIDE_AREA_UNION";
    /// Whoever it is: between these insurers one rule holds for all.
    private static final String OTHER = "NHI_MUNICIPAL";

    /// Who insures the member then (次の保険者).
    public enum Next {
        /// By age (後期高齢者医療広域連合).
        UNION,
        /// A society of a new employer, or the municipality.
        OTHER
    }

    /// Data of a kind that go to the next insurer (引継ぎの情報).
    ///
    /// @param ground on which they go; empty where there is none but consent
    public record Handed(String dataClass, Optional<Ground> ground, Will will, Certainty certainty) {}

    /// The end of somebody's cover.
    ///
    /// @param party kind of the insurer here, of `legal/parties`
    /// @return empty when nothing is known of an end, or it is far off
    public static Optional<LeavingPlan> of(
            LocalDate birth, List<Coverage> covers, String party, Grounds grounds, LocalDate today) {
        return lastDay(birth, covers, party, today)
                .filter(day -> day.isBefore(today.plusMonths(Limit.LEAVING_MONTHS.on(today))))
                .map(day -> plan(birth, party, grounds, day, today));
    }

    private static LeavingPlan plan(
            LocalDate birth, String party, Grounds grounds, LocalDate lastDay, LocalDate today) {
        var next = Dates.age(birth, lastDay.plusDays(1)) >= Limit.UNION_AGE.on(today) ? Next.UNION : Next.OTHER;
        var asking = next == Next.UNION ? UNION : OTHER;
        var purpose = next == Next.UNION ? "HEALTH_PROGRAMME" : LeavingPages.PURPOSE;
        var handed = Stream.of("CHECKUP", "GUIDANCE")
                .map(data -> handed(grounds.ask(new Question(
                        asking, party, data, purpose, Dates.age(birth, lastDay), lastDay.plusDays(1)))))
                .toList();
        return new LeavingPlan(lastDay.isBefore(today), lastDay, next, handed);
    }

    private static Handed handed(Answer answer) {
        return new Handed(answer.question().dataClass(), answer.ground(), answer.will(), answer.certainty());
    }

    /// The last day insured, by the register or by age, whichever comes first; empty for somebody whose cover has no end.
    private static Optional<LocalDate> lastDay(
            LocalDate birth, List<Coverage> covers, String party, LocalDate today) {
        var last = covers.stream().max(Comparator.comparing(Coverage::from));
        if (last.isEmpty()) {
            return Optional.empty();
        }
        var byRegister = last.get().to();
        var byAge = Optional.of(birth.plusYears(Limit.UNION_AGE.on(today)).minusDays(1))
                .filter(day -> !party.equals(UNION) && !day.isBefore(last.get().from()))
                .filter(day -> byRegister.isPresent() || !day.isBefore(today));
        return Stream.of(byRegister, byAge)
                .flatMap(Optional::stream)
                .min(Comparator.naturalOrder());
    }

    /// Until when the own pages can be opened at least.
    public LocalDate openUntil() {
        return lastDay.plusDays(Limit.LEFT_DAYS.on(lastDay));
    }
}
