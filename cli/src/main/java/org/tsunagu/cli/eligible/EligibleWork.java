package org.tsunagu.cli.eligible;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.rows.RowLine;
import org.tsunagu.cli.rows.RowWork;
import org.tsunagu.cli.rows.Troubles;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.Settings;
import org.tsunagu.rules.condition.Truth;
import org.tsunagu.rules.decision.Reason;
import org.tsunagu.rules.eligibility.Eligibility;
import org.tsunagu.rules.eligibility.Enrolment;
import org.tsunagu.rules.eligibility.Exclusion;
import org.tsunagu.rules.eligibility.Member;
import org.tsunagu.rules.eligibility.Standing;

/// Says of every member whether the checkup is for them (対象者の判定).
public final class EligibleWork implements RowWork {

    private static final String ID = "id";
    private static final String BIRTH = "birth_date";
    private static final String FROM = "enrolled_from";
    private static final String TO = "enrolled_to";
    private static final String EXCLUSION = "exclusion";
    private static final String SEPARATOR = ";";
    private static final String NOT_CERTAIN = "FY-AGE-APRIL-1";

    private final FiscalYear year;
    private final Eligibility eligibility;
    private final String attainedAge;
    private long targets;
    private long counted;

    /// @param eligibility rules that cover the year
    public EligibleWork(FiscalYear year, Eligibility eligibility, Settings settings) {
        this.year = year;
        this.eligibility = eligibility;
        this.attainedAge = settings.attainedAge().name();
    }

    @Override
    public List<String> needed() {
        return List.of(ID, BIRTH, FROM, TO, EXCLUSION);
    }

    @Override
    public List<String> written() {
        return List.of(ID, "age", "eligible", "in_denominator", "reason");
    }

    /// Targets so far (対象者).
    public long targets() {
        return targets;
    }

    /// People in the denominator so far (分母).
    public long counted() {
        return counted;
    }

    @Override
    public void row(RowLine line, Troubles troubles, CsvBytes csv) {
        var birth = day(line, BIRTH, troubles).filter(day -> isBorn(day, troubles));
        var from = day(line, FROM, troubles);
        var to = line.cell(TO).isEmpty() ? Optional.<LocalDate>empty() : day(line, TO, troubles);
        if (birth.isPresent() && from.isPresent() && from.get().isBefore(birth.get())) {
            troubles.add(FROM, "before_birth_date");
        }
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            troubles.add(TO, "before_enrolled_from");
        }
        var exclusion = Widths.forMatching(line.cell(EXCLUSION));
        if (!exclusion.isEmpty() && !eligibility.knows(exclusion, year)) {
            troubles.add(EXCLUSION, "not_a_code");
        }
        csv.cell(line.cell(ID));
        csv.word(birth.map(day -> Integer.toString(eligibility.age(day, year))).orElse(""));
        if (troubles.isEmpty()) {
            judged(member(birth.orElseThrow(), from.orElseThrow(), to, exclusion), exclusion, csv);
        } else {
            csv.empty().empty().cell(troubles.text());
        }
        csv.endRow();
    }

    @Override
    public void end(CsvBytes csv) {}

    private static Optional<LocalDate> day(RowLine line, String column, Troubles troubles) {
        var text = Widths.forMatching(line.cell(column));
        var day = Dates.iso(text).or(() -> Dates.compact(text));
        if (day.isEmpty()) {
            troubles.add(column, text.isEmpty() ? "missing" : "not_a_date");
        }
        return day;
    }

    private boolean isBorn(LocalDate birth, Troubles troubles) {
        var isBorn = !birth.isAfter(year.lastDay());
        if (!isBorn) {
            troubles.add(BIRTH, "after_fiscal_year");
        }
        return isBorn;
    }

    /// An exclusion is given for the year: it lasts, and has lasted as long as its row asks for.
    private Member member(LocalDate birth, LocalDate from, Optional<LocalDate> to, String exclusion) {
        return new Member(
                birth,
                List.of(new Enrolment(from, to)),
                exclusion.isEmpty() ? List.of() : List.of(new Exclusion(exclusion, year.firstDay(), Optional.empty())));
    }

    private void judged(Member member, String exclusion, CsvBytes csv) {
        var standing = eligibility.standing(member, year);
        var isTarget = standing.target().value();
        var isCounted = standing.inDenominator().value();
        targets += isTarget ? 1 : 0;
        counted += isCounted ? 1 : 0;
        csv.word(Truth.of(isTarget).word()).word(Truth.of(isCounted).word());
        csv.cell(String.join(SEPARATOR, reasons(standing, exclusion)));
    }

    private List<String> reasons(Standing standing, String exclusion) {
        var texts = new ArrayList<String>();
        for (var reason : standing.target().reasons()) {
            var isAboutExclusion = variable(reason).equals("excluded");
            if (isFailed(reason) || (isAboutExclusion && !exclusion.isEmpty())) {
                texts.add(text(reason, isAboutExclusion ? exclusion : shown(reason)));
            }
        }
        if (standing.target().value()) {
            standing.inDenominator().reasons().stream()
                    .filter(EligibleWork::isFailed)
                    .map(reason -> text(reason, shown(reason)))
                    .forEach(texts::add);
        }
        if (standing.isAprilDecisive()) {
            texts.add(NOT_CERTAIN + "=" + attainedAge);
        }
        return texts;
    }

    private static boolean isFailed(Reason reason) {
        return reason.outcome().equals(Truth.FALSE.word());
    }

    private static String variable(Reason reason) {
        return reason.facts().getOrDefault("variable", "");
    }

    /// A number that was compared; what is only true or false says nothing more.
    private static String shown(Reason reason) {
        var cut = reason.facts().getOrDefault("cut", "");
        return cut.equals(Truth.TRUE.word()) || cut.equals(Truth.FALSE.word()) ? "" : reason.value();
    }

    private static String text(Reason reason, String value) {
        return reason.basis().row() + "=" + reason.outcome() + (value.isEmpty() ? "" : "(" + value + ")");
    }
}
