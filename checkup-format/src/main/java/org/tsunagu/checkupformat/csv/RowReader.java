package org.tsunagu.checkupformat.csv;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.item.Items;

/// Makes a document of one row (行から健診結果へ).
final class RowReader {

    private final Items items;
    private final CsvSettings settings;
    private final ItemCells itemCells;
    private final PersonCells personCells;

    RowReader(Items items, CsvSettings settings, CsvProblems problems) {
        this.items = items;
        this.settings = settings;
        this.itemCells = new ItemCells(items, problems);
        this.personCells = new PersonCells(problems);
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
                fields.put(target.get(), personCells.read(bound.column(), target.get(), cells.get(bound.index())));
            }
        }
        return fields;
    }

    /// The document of a row.
    ///
    /// @param fields who, where and when, from this row and those it belongs to
    CheckupDocument document(Map<Target, Field> fields, List<Bound> columns, List<Cell> cells) {
        var header = Headers.of(fields, settings);
        var results = new RowResults(columns, cells, settings.programme()).read(itemCells, header.examDay());
        var sections = new LinkedHashSet<String>();
        sections.add(RowResults.mainSection(settings.programme()));
        results.forEach(result -> sections.add(result.section()));
        return new CheckupDocument(header, sections.stream().map(Field::of).toList(), results);
    }
}
