package org.tsunagu.synthetic.claims;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.Kind;

/// What the review body writes beside a claim (審査支払機関の記録): its number, whether it goes onto the
/// cost notice, and the instructions by which a line is cut and the total replaced.
final class Review {

    private static final Set<String> CUT = Set.of("40", "60", "70");
    private static final int REPLACE = 2;
    private static final int DELETE = 3;
    private static final String EXCESSIVE = "B";
    private static final int NO_SUCH_LINE = 99_999;

    private Review() {}

    /// A line that can be cut.
    ///
    /// @param index among the rows of the claim
    /// @param points that the claim loses
    record Cut(int index, long points) {}

    /// The last line of tests or treatments that is a unit of its own.
    static Optional<Cut> cut(List<ClaimRow> rows) {
        for (var i = rows.size() - 1; i >= 0; i--) {
            var row = rows.get(i);
            if (row.name().equals("SI")
                    && CUT.contains(row.text("care_class"))
                    && !row.text("points").isEmpty()) {
                var points = Long.parseLong(row.text("points")) * Long.parseLong(row.text("times"));
                return Optional.of(new Cut(i, points));
            }
        }
        return Optional.empty();
    }

    /// First row of a claim in an insurer's file.
    static ClaimRow management(Kind kind, String search) {
        return ClaimRow.of(kind, "MN")
                .set("management_number", search.substring(search.length() - 9))
                .set("search_number", search);
    }

    static ClaimRow operation(Kind kind) {
        return ClaimRow.of(kind, "EX").set("cost_notice", 1);
    }

    /// The total with the points that are left.
    static ClaimRow total(ClaimRow insurance, Cut cut) {
        return insurance.copy().set("points", Long.parseLong(insurance.text("points")) - cut.points());
    }

    static ClaimRow delete(Kind kind, int line) {
        return instruction(kind, DELETE, line, "");
    }

    static ClaimRow replace(Kind kind, int line, ClaimRow by) {
        return instruction(kind, REPLACE, line, Integer.toString(by.item("points")))
                .set("new_line", line)
                .set("new_branch", 1);
    }

    /// An instruction about a row that is not there.
    static ClaimRow broken(Kind kind) {
        return instruction(kind, DELETE, NO_SUCH_LINE, "");
    }

    private static ClaimRow instruction(Kind kind, int correction, int line, String items) {
        return ClaimRow.of(kind, "JY")
                .set("correction", correction)
                .set("target_line", line)
                .set("target_branch", 0)
                .set("items", items)
                .set("reason", EXCESSIVE);
    }
}
