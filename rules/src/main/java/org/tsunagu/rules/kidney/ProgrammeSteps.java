package org.tsunagu.rules.kidney;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.flow.Machine;

/// The way of a person through the nephropathy programme (プログラムの進み方): proposed, the doctor asked, agreed or declined,
/// in
/// the programme. Nobody comes into it without the doctor.
public final class ProgrammeSteps {

    /// The state of somebody who is on the list and nothing has been done yet.
    public static final String FIRST = "PROPOSED";

    private ProgrammeSteps() {}

    /// The steps in force on a day.
    public static Machine on(LocalDate day) {
        return new Machine(read("states"), read("transitions"), read("guards"), day);
    }

    /// The tables.
    public static List<Table> tables(List<Correction> corrections) {
        return List.of(read("states"), read("transitions"), read("guards")).stream()
                .map(table -> table.with(corrections))
                .toList();
    }

    private static Table read(String name) {
        return Table.read(
                "kidney/programme-" + name, ProgrammeSteps.class.getResourceAsStream("programme-" + name + ".tsv"));
    }
}
