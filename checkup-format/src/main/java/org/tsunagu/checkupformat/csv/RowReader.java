package org.tsunagu.checkupformat.csv;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.Requirement;
import org.tsunagu.codes.time.Dates;

/// Makes a document of one row (行から健診結果へ).
final class RowReader {

    private static final String ADDITIONAL = "01990";

    private final Items items;
    private final CsvSettings settings;
    private final ItemCells results;
    private final PersonCells persons;

    RowReader(Items items, CsvSettings settings, CsvProblems problems) {
        this.items = items;
        this.settings = settings;
        this.results = new ItemCells(items, problems);
        this.persons = new PersonCells(problems);
    }

    Items items() {
        return items;
    }

    /// The cells of a row that say who, where and when.
    Map<Target, Field> persons(List<Bound> columns, List<Cell> cells) {
        var fields = new EnumMap<Target, Field>(Target.class);
        for (var bound : columns) {
            var target = bound.column().target();
            if (target.isPresent() && bound.index() < cells.size()) {
                fields.put(target.get(), persons.read(bound.column(), target.get(), cells.get(bound.index())));
            }
        }
        return fields;
    }

    /// The document of a row.
    ///
    /// @param fields who, where and when, from this row and those it belongs to
    CheckupDocument document(Map<Target, Field> fields, List<Bound> columns, List<Cell> cells) {
        var header = Headers.of(fields, settings);
        var observations =
                observations(columns, cells, Dates.compact(header.examDate().text()));
        var sections = new ArrayList<Field>();
        sections.add(Field.of(mainSection()));
        if (!observations.isEmpty() && observations.getLast().section().equals(ADDITIONAL)) {
            sections.add(Field.of(ADDITIONAL));
        }
        return new CheckupDocument(header, sections.stream().distinct().toList(), observations);
    }

    private List<Observation> observations(List<Bound> columns, List<Cell> cells, Optional<LocalDate> examDate) {
        var doctors = doctors(columns, cells);
        var groups = new HashMap<String, Integer>();
        var main = new ArrayList<Observation>();
        var additional = new ArrayList<Observation>();
        for (var bound : columns) {
            var cell = bound.index() < cells.size() ? cells.get(bound.index()) : Cell.of("", 0, 0);
            var code = bound.column().itemCode();
            if (code.isEmpty() || cell.isEmpty() || doctors.containsValue(cell)) {
                continue;
            }
            var section = section(bound.item());
            results.read(bound.column(), bound.item(), cell, examDate)
                    .map(result -> observation(bound, result, cell, groups, doctors))
                    .ifPresent(section.equals(ADDITIONAL) ? additional::add : main::add);
        }
        main.addAll(additional);
        return main;
    }

    /// Names of doctors by the item they gave; a name whose item has no value in the row stands as a result of its own.
    private static Map<String, Cell> doctors(List<Bound> columns, List<Cell> cells) {
        var names = new HashMap<String, Cell>();
        for (var bound : columns) {
            var item = bound.item();
            if (item != null && item.isDoctorName() && bound.index() < cells.size()) {
                names.put(item.code(), cells.get(bound.index()));
            }
        }
        var byParent = new HashMap<String, Cell>();
        for (var bound : columns) {
            var item = bound.item();
            var there =
                    bound.index() < cells.size() && !cells.get(bound.index()).isEmpty();
            if (item != null && there && names.containsKey(item.doctorNameItem())) {
                byParent.put(item.code(), names.get(item.doctorNameItem()));
            }
        }
        return byParent;
    }

    private Observation observation(
            Bound bound, ItemCells.Result result, Cell cell, Map<String, Integer> groups, Map<String, Cell> doctors) {
        var item = bound.item();
        var series = item == null ? "" : item.group().group();
        var doctor = doctors.get(bound.column().itemCode());
        return new Observation(
                section(item),
                bound.column().itemCode(),
                item,
                item == null || series.isEmpty() ? 0 : groups.computeIfAbsent(series, name -> groups.size() + 1),
                item == null || series.isEmpty() ? "" : item.group().relation(),
                result.negated(),
                result.values(),
                "",
                "",
                null,
                doctor == null ? "" : doctor.written(),
                cell.line(),
                cell.column());
    }

    private String mainSection() {
        return "01" + settings.programme();
    }

    /// Items that the checkup of the programme does not know go to the section for additional items.
    private String section(@Nullable Item item) {
        if (item == null || item.requirement() == Requirement.ADDITIONAL) {
            return ADDITIONAL;
        }
        var isEmployers = settings.programme().equals("030");
        var employers = item.row().text("employer");
        var unknown = employers.isEmpty() || employers.equals("0");
        return item.requirement() == Requirement.OPTIONAL && (!isEmployers || unknown) ? ADDITIONAL : mainSection();
    }
}
