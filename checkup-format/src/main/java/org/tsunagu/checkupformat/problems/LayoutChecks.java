package org.tsunagu.checkupformat.problems;

import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The checks of the names in an archive as a whole (アーカイブ構成のチェック): CHK-ARC-002 to 006 and 009.
final class LayoutChecks {

    private static final Table SCHEMA_FILES =
            Table.read("problems/schema-files", LayoutChecks.class.getResourceAsStream("schema-files.tsv"));
    private static final String SUFFIX = ".zip";

    private final String stem;
    private final Findings findings;

    /// For an archive.
    ///
    /// @param fileName name of the ZIP without folders
    LayoutChecks(String fileName, Findings findings) {
        var isZip = fileName.regionMatches(true, fileName.length() - SUFFIX.length(), SUFFIX, 0, SUFFIX.length());
        this.stem = isZip ? fileName.substring(0, fileName.length() - SUFFIX.length()) : fileName;
        this.findings = findings;
    }

    /// Walks the names, once as a rule; again when an archive has several top folders and the right one is not the
    /// first.
    Layout look(Consumer<Consumer<String>> allNames) {
        var layout = walk("", allNames);
        if (layout.tops().size() > 1 && !layout.root().equals(stem)) {
            var other = walk(stem, allNames);
            layout = other.hasIndex() || other.documents() > 0 ? other : layout;
        }
        check(layout);
        return layout;
    }

    private static Layout walk(String root, Consumer<Consumer<String>> allNames) {
        var files = new HashSet<String>();
        SCHEMA_FILES.rows().forEach(row -> files.add(row.key()));
        var layout = new Layout(root, files);
        allNames.accept(layout::add);
        return layout;
    }

    private void check(Layout layout) {
        if (layout.tops().size() != 1 || !layout.root().equals(stem)) {
            findings.file("CHK-ARC-002", "actual", String.join(", ", layout.tops()));
        }
        if (!layout.root().isEmpty() && RootName.of(layout.root()).isEmpty()) {
            findings.file("CHK-ARC-003", "actual", layout.root());
        }
        if (!layout.hasIndex()) {
            findings.file("CHK-ARC-004");
        }
        var summaryAlone = layout.hasSummary() && !layout.hasClaimsFolder();
        if (summaryAlone || (layout.claims() > 0 && !layout.hasSummary())) {
            findings.file("CHK-ARC-005");
        }
        if (layout.documents() == 0 || (layout.hasClaimsFolder() && layout.claims() == 0)) {
            findings.file("CHK-ARC-006");
        }
        schemas(layout);
    }

    private void schemas(Layout layout) {
        if (!layout.hasSchemaFolder()) {
            findings.file("CHK-ARC-009", "file", "XSD");
            return;
        }
        var missing = new TreeSet<>(wanted(layout));
        missing.removeAll(layout.schemasSeen());
        if (!missing.isEmpty()) {
            findings.file("CHK-ARC-009", "file", "XSD/" + String.join(", XSD/", missing));
        }
    }

    /// The files of the schema set of the archive's date; of an unreadable date, what every set has.
    private static Set<String> wanted(Layout layout) {
        var wanted = new HashSet<String>();
        var date = RootName.of(layout.root()).map(RootName::date);
        for (Row row : SCHEMA_FILES.rows()) {
            if (date.map(row.validity()::includes)
                    .orElse(row.text("effective_from").isEmpty())) {
                wanted.add(row.key());
            }
        }
        return wanted;
    }
}
