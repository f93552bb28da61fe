package org.tsunagu.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Whether a letter can be made (発送前の点検), `letter-checks.tsv`: what only the paper can tell. Whether it may be sent
/// (died, moved, not to be disclosed) is for the one who draws up the list.
final class LetterChecks {

    private static final Pattern POSTAL_CODE = Pattern.compile("\\d{3}-?\\d{4}");
    private static final Map<String, Severity> SEVERITIES =
            Table.read("letter-checks", LetterChecks.class.getResourceAsStream("letter-checks.tsv")).rows().stream()
                    .collect(Collectors.toUnmodifiableMap(Row::key, row -> Severity.of(row.text("severity"))));

    private LetterChecks() {}

    static List<Problem> address(Letter letter) {
        var problems = new ArrayList<Problem>();
        var to = letter.to();
        if (to.name().isBlank() || to.lines().stream().allMatch(String::isBlank)) {
            problems.add(problem("LC01", letter, Map.of()));
        }
        if (!POSTAL_CODE.matcher(to.postalCode()).matches()) {
            problems.add(problem("LC11", letter, Map.of()));
        }
        return problems;
    }

    static Problem missing(Letter letter, Set<Integer> characters) {
        var codes = characters.stream().map("U+%04X"::formatted).collect(Collectors.joining(" "));
        return problem("LC07", letter, Map.of("characters", codes));
    }

    static Problem tooLong(Letter letter) {
        return problem("LC08", letter, Map.of());
    }

    private static Problem problem(String code, Letter letter, Map<String, String> arguments) {
        var severity = SEVERITIES.get(code);
        if (severity == null) {
            throw new IllegalStateException("letter-checks.tsv has no row " + code);
        }
        return new Problem(code, severity, Place.of(letter.serial()), arguments);
    }
}
