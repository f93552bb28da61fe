package org.tsunagu.app.docks;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;
import org.tsunagu.codes.time.Dates;
import org.tsunagu.codes.time.FiscalYear;

/// What an insurer gives back of the fee of a human dock, to whom and from when until when (補助の限度額).
///
/// @param id 0 for an example that no insurer has taken over yet
/// @param to last day; empty while it lasts
/// @param ageFrom age that must be reached by the end of the fiscal year
/// @param ageTo age that must not be passed on the day of the dock
/// @param kinds in the words of the register; empty for all members
/// @param withSpouse whether the spouses of members of these kinds get it as well
/// @param yen at most
/// @param source where it was decided
public record Allowance(
        long id,
        LocalDate from,
        Optional<LocalDate> to,
        int ageFrom,
        int ageTo,
        Set<String> kinds,
        boolean withSpouse,
        int yen,
        String source) {

    private static final Table EXAMPLES =
            Table.read("docks/allowances", Allowance.class.getResourceAsStream("allowances.tsv"));

    /// Who had a human dock.
    ///
    /// @param spouseOf kind of the insured person whose spouse it is; empty for nobody's
    public record Person(LocalDate birth, String kind, Optional<String> spouseOf) {}

    /// What has been published, for insurers to take over: it holds for nobody before they do.
    public static List<Allowance> examples() {
        return EXAMPLES.rows().stream().map(Allowance::of).toList();
    }

    private static Allowance of(Row row) {
        return new Allowance(
                0,
                row.validity().from(),
                Optional.of(row.validity().to()).filter(last -> !last.equals(LocalDate.MAX)),
                row.integer("age_from"),
                row.integer("age_to"),
                kinds(row.text("kinds")),
                row.text("with_spouse").equals("yes"),
                row.integer("yen"),
                row.text("decided_in"));
    }

    /// Kinds as they are typed and kept: with commas between.
    public static Set<String> kinds(String text) {
        var kinds = new java.util.TreeSet<String>();
        Arrays.stream(text.split("[,、，]"))
                .map(String::strip)
                .filter(kind -> !kind.isEmpty())
                .forEach(kinds::add);
        return kinds;
    }

    /// Whether it is in force on a day.
    boolean isOn(LocalDate day) {
        return !day.isBefore(from) && to.filter(last -> last.isBefore(day)).isEmpty();
    }

    boolean isFor(Person person) {
        return kinds.isEmpty()
                || kinds.contains(person.kind())
                || (withSpouse && person.spouseOf().filter(kinds::contains).isPresent());
    }

    boolean isForAge(Person person, LocalDate day) {
        return Dates.age(person.birth(), FiscalYear.containing(day).lastDay()) >= ageFrom
                && Dates.age(person.birth(), day) <= ageTo;
    }
}
