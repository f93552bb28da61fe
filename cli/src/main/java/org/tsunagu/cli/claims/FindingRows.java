package org.tsunagu.cli.claims;

import java.util.List;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;

/// The rows of findings in `findings.csv` (不備の行).
final class FindingRows {

    static final List<String> COLUMNS = List.of("file", "line", "claim_id", "check", "severity", "message");

    private FindingRows() {}

    static void write(Problem problem, ProblemTexts texts, CsvBytes csv) {
        var place = problem.place();
        csv.cell(place.entry().isEmpty() ? place.file() : place.file() + "!" + place.entry())
                .word(place.line() == 0 ? "" : Integer.toString(place.line()))
                .word(place.item())
                .word(problem.code())
                .word(problem.severity().word())
                .cell(texts.text(problem));
        csv.endRow();
    }
}
