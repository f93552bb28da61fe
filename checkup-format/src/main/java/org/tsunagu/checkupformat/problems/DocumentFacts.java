package org.tsunagu.checkupformat.problems;

import java.util.Set;
import java.util.TreeSet;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// What the archive as a whole wants to know of a document (突合に使う書類の要点): who it is about, and which detailed items
/// were done. Small, so that it may wait for its turn when the results are gone.
///
/// @param detailedItems 詳細な健診項目 (別表8, 1 to 4) done as such
public record DocumentFacts(Header header, String kind, Set<String> detailedItems) {

    private static final Table CLAIMED =
            Table.read("problems/detailed-claims", DocumentFacts.class.getResourceAsStream("detailed-claims.tsv"));
    private static final String MAIN_SECTION = "01010";
    private static final String NOT_AS_DETAILED = "0";
    private static final String RESULT = "result";
    private static final String TARGET = "target_person";

    /// The codes of 別表8.
    static Iterable<Row> detailedCodes() {
        return CLAIMED.rows();
    }

    /// Of a checkup document.
    public static DocumentFacts of(CheckupDocument document) {
        return new DocumentFacts(document.header(), document.kind(), detailed(document));
    }

    /// Of a guidance document.
    public static DocumentFacts of(GuidanceDocument document) {
        return new DocumentFacts(document.header(), document.kind(), Set.of());
    }

    /// What has a result in the main section, unless the target person says that it was done otherwise.
    private static Set<String> detailed(CheckupDocument document) {
        var done = new TreeSet<String>();
        var otherwise = new TreeSet<String>();
        for (var observation : document.observations()) {
            var item = observation.item();
            if (item != null && observation.group() > 0 && isDone(observation)) {
                var group = item.group();
                if (group.role().equals(RESULT)) {
                    done.add(group.group());
                } else if (group.role().equals(TARGET) && isOtherwise(observation)) {
                    otherwise.add(group.group());
                }
            }
        }
        if (done.isEmpty()) {
            return Set.of();
        }
        done.removeAll(otherwise);
        var codes = new TreeSet<String>();
        for (var row : CLAIMED.rows()) {
            if (done.contains(row.text("group"))) {
                codes.add(row.key());
            }
        }
        return codes;
    }

    private static boolean isDone(Observation observation) {
        return observation.section().equals(MAIN_SECTION) && observation.state().isValue();
    }

    private static boolean isOtherwise(Observation observation) {
        var result = observation.result();
        return result != null && result.text().equals(NOT_AS_DETAILED);
    }
}
