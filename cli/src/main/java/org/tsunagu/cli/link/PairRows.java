package org.tsunagu.cli.link;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.output.PartialFile;
import org.tsunagu.cli.text.Words;
import org.tsunagu.linkage.model.Match;

/// The pairs as rows of a CSV, what each field weighs in words (一致した組の行).
///
/// @param leftIds numbers of the records of the left file
public record PairRows(List<String> leftIds, List<String> rightIds, Words words) {

    private static final int ENOUGH_TO_WRITE = 1 << 16;

    /// Writes the heading and all rows.
    public void write(List<Match> matches, PartialFile file) {
        var csv = new CsvBytes();
        csv.cell("id_a").cell("id_b").cell("score").cell("weights").endRow();
        for (var match : matches) {
            csv.cell(leftIds.get(match.left()))
                    .cell(rightIds.get(match.right()))
                    .cell(String.format(Locale.ROOT, "%.6f", match.score()))
                    .cell(inWords(match))
                    .endRow();
            if (csv.length() >= ENOUGH_TO_WRITE) {
                file.write(csv);
                csv.clear();
            }
        }
        file.write(csv);
    }

    private String inWords(Match match) {
        return Stream.concat(
                        match.evidence().stream().map(this::inWords),
                        match.doubts().stream().map(doubt -> words.text("link.doubt." + doubt)))
                .collect(Collectors.joining("; "));
    }

    private String inWords(Match.Evidence said) {
        var weight = String.format(Locale.ROOT, "%+.1f", said.weight());
        return said.field() + ": " + words.text("link.level." + said.level()) + " " + weight;
    }
}
