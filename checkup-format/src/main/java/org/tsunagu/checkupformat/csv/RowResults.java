package org.tsunagu.checkupformat.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Item.DetailedGroup;
import org.tsunagu.codes.item.Requirement;

/// The results of one row (行の検査結果), in the order of its columns, additional items last.
final class RowResults {

    /// Section for additional items (任意追加項目).
    static final String ADDITIONAL = "01990";

    private static final DetailedGroup ALONE = new DetailedGroup("", "", "");

    private final List<Bound> columns;
    private final List<Cell> cells;
    private final String programme;
    private final Map<String, Integer> series = new HashMap<>();
    private final Map<String, Cell> doctors = new HashMap<>();

    RowResults(List<Bound> columns, List<Cell> cells, String programme) {
        this.columns = columns;
        this.cells = cells;
        this.programme = programme;
        findDoctors();
    }

    /// Section of the programme itself.
    static String mainSection(String programme) {
        return "01" + programme;
    }

    List<Observation> read(ItemCells reader, Optional<LocalDate> examDate) {
        var main = new ArrayList<Observation>();
        var additional = new ArrayList<Observation>();
        for (var bound : columns) {
            var cell = cell(bound);
            if (!bound.column().itemCode().isEmpty() && !cell.isEmpty() && !doctors.containsValue(cell)) {
                reader.read(bound, cell, examDate)
                        .map(result -> observation(bound, result, cell))
                        .ifPresent(o -> (o.section().equals(ADDITIONAL) ? additional : main).add(o));
            }
        }
        main.addAll(additional);
        return main;
    }

    private Cell cell(Bound bound) {
        return bound.index() < cells.size() ? cells.get(bound.index()) : Cell.of("", 0, 0);
    }

    /// Names of doctors by the item they gave; a name whose item has no value in the row stands as a result of its own.
    private void findDoctors() {
        var names = new HashMap<String, Cell>();
        for (var bound : columns) {
            bound.item().filter(Item::isDoctorName).ifPresent(item -> names.put(item.code(), cell(bound)));
        }
        for (var bound : columns) {
            bound.item()
                    .filter(item -> names.containsKey(item.doctorNameItem())
                            && !cell(bound).isEmpty())
                    .ifPresent(item -> doctors.put(item.code(), names.get(item.doctorNameItem())));
        }
    }

    private Observation observation(Bound bound, ItemCells.Result result, Cell cell) {
        var item = bound.item().orElse(null);
        var section = bound.item().map(this::section).orElse(ADDITIONAL);
        var group = bound.item().map(Item::group).orElse(ALONE);
        var isAlone = group.group().isEmpty();
        var doctor = Optional.ofNullable(doctors.get(bound.column().itemCode()));
        return new Observation(
                section,
                bound.column().itemCode(),
                item,
                isAlone ? 0 : series.computeIfAbsent(section + group.group(), name -> series.size() + 1),
                isAlone ? "" : group.relation(),
                result.negated(),
                result.values(),
                "",
                "",
                null,
                doctor.map(Cell::written).orElse(""),
                cell.line(),
                cell.column());
    }

    /// Items that the checkup of the programme does not know go to the section for additional items.
    private String section(Item item) {
        var employers = item.row().text("employer");
        var isEmployers = programme.equals("030") && !employers.isEmpty() && !employers.equals("0");
        var isAdditional = item.requirement() == Requirement.ADDITIONAL
                || (item.requirement() == Requirement.OPTIONAL && !isEmployers);
        return isAdditional ? ADDITIONAL : mainSection(programme);
    }
}
