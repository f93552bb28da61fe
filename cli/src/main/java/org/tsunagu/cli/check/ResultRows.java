package org.tsunagu.cli.check;

import java.util.List;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.item.ValueState;

/// The rows of a document in `results.csv` (検査結果の行): one a result, and one for the name of the doctor who
/// gave it.
final class ResultRows {

    static final List<String> COLUMNS = List.of(
            "archive",
            "entry",
            "item_code",
            "item_name",
            "value",
            "unit",
            "code_system",
            "state",
            "method",
            "interpretation");

    private final ItemCells items;
    private final CsvBytes csv;
    private final byte[] place;

    private ResultRows(byte[] place, ItemCells items, CsvBytes csv) {
        this.items = items;
        this.csv = csv;
        this.place = place;
    }

    /// @param place the first two cells of every row
    static void write(CheckupDocument document, byte[] place, ItemCells items, CsvBytes csv) {
        var rows = new ResultRows(place, items, csv);
        for (var observation : document.observations()) {
            rows.write(observation);
        }
    }

    private void write(Observation observation) {
        csv.cells(place);
        var item = observation.item();
        if (item == null) {
            csv.cell(observation.code()).empty();
        } else {
            csv.cells(items.of(item));
        }
        var result = observation.result();
        if (result == null) {
            csv.empty().empty().empty();
        } else {
            csv.cell(result.isRangeMark() ? "" : result.text())
                    .cell(result.unit())
                    .cell(result.isRangeMark() ? "" : result.codeSystem());
        }
        csv.word(word(observation.state())).cell(observation.method()).cell(observation.interpretation());
        csv.endRow();
        if (!observation.doctorName().isEmpty()) {
            writeDoctor(observation);
        }
    }

    /// The name of a doctor is an item of its own, written in the author of what the doctor judged.
    private void writeDoctor(Observation observation) {
        var item = observation.item();
        csv.cells(place);
        items.findByCode(item == null ? "" : item.doctorNameItem())
                .ifPresentOrElse(csv::cells, () -> csv.empty().empty());
        csv.cell(observation.doctorName()).empty().empty().cell(word(ValueState.MEASURED));
        csv.empty().empty().endRow();
    }

    /// Blank for an item without value or mark, which is none of the five states.
    private static String word(ValueState state) {
        return state == ValueState.EMPTY ? "" : state.word();
    }
}
