package org.tsunagu.cli.check;

import java.util.List;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;

/// The rows of problems in `findings.csv` (不備の行).
final class FindingRows {

    static final List<String> COLUMNS =
            List.of("archive", "entry", "line", "column", "check", "severity", "item_code", "message");

    private FindingRows() {}

    static void write(List<Problem> problems, ProblemTexts texts, CsvBytes csv) {
        for (var problem : problems) {
            var place = problem.place();
            csv.cell(place.file())
                    .cell(place.entry())
                    .cell(number(place.line()))
                    .cell(number(place.column()))
                    .cell(problem.code())
                    .cell(problem.severity().word())
                    .cell(place.item())
                    .cell(texts.text(problem));
            csv.endRow();
        }
    }

    private static String number(int lineOrColumn) {
        return lineOrColumn == 0 ? "" : Integer.toString(lineOrColumn);
    }
}
