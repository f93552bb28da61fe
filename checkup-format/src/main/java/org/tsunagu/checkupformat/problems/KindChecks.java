package org.tsunagu.checkupformat.problems;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.item.Answers;
import org.tsunagu.codes.table.Table;

/// Whether report category, programme and main section fit each other (報告区分・プログラム・セクションの組合せ): CHK-HDR-019,
/// `document-kinds.tsv`. Categories that the table does not name may have any programme.
final class KindChecks {

    private static final String PROGRAMMES = "1.2.392.200119.6.1002";

    private final Map<String, String> sections = new HashMap<>();
    private final Set<String> categories = new HashSet<>();

    KindChecks() {
        var table = Table.read("problems/document-kinds", KindChecks.class.getResourceAsStream("document-kinds.tsv"));
        for (var row : table.rows()) {
            sections.put(row.key(), row.text("section"));
            categories.add(row.text("category"));
        }
    }

    void check(Subject subject, List<Field> written) {
        var known = categories.contains(subject.category())
                && Answers.shipped().find(PROGRAMMES, subject.programme()).isPresent();
        if (!known) {
            return;
        }
        var kind = subject.category() + "/" + subject.programme();
        var section = sections.get(kind);
        if (section != null && has(written, section)) {
            return;
        }
        var actual = kind + "/"
                + (written.isEmpty() ? "-" : Shape.orDash(written.getFirst().text()));
        var at = section == null || written.isEmpty() ? subject.header().programme() : written.getFirst();
        subject.findings().field("CHK-HDR-019", at, "actual", actual);
    }

    private static boolean has(List<Field> written, String section) {
        for (var field : written) {
            if (field.text().equals(section)) {
                return true;
            }
        }
        return false;
    }
}
