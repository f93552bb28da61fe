package org.tsunagu.app.reporting;

import java.util.List;
import java.util.Locale;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.table.Table;
import org.tsunagu.rules.guidance.CourseKind;

/// What a course recorded by the insurer itself does not hold although the report requires it
/// (自ら実施した保健指導の不足), by `own-guidance.tsv`: nothing is made up for it, so its document cannot be written.
final class OwnGuidance {

    private static final Table NOT_HELD =
            Table.read("reporting/own-guidance", OwnGuidance.class.getResourceAsStream("own-guidance.tsv"));
    private static final String REQUIRED = "required";

    private OwnGuidance() {}

    /// Words of what is missing; empty when everything is there.
    static List<String> missing(CourseKind kind) {
        var level = kind == CourseKind.ACTIVE_MODEL ? "active" : kind.name().toLowerCase(Locale.ROOT);
        return GuidanceItems.shipped().all().stream()
                .filter(item -> item.requirement("report", level).equals(REQUIRED))
                .flatMap(item -> NOT_HELD.rows().stream()
                        .filter(row -> row.text("section").equals(item.section())
                                && row.text("act_mood").equals(item.actMood())
                                && isAbout(row.text("role"), item))
                        .map(row -> row.text("word")))
                .distinct()
                .toList();
    }

    private static boolean isAbout(String role, GuidanceItem item) {
        return role.isEmpty() || role.equals(item.role());
    }
}
