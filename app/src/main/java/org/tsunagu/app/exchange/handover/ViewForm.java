package org.tsunagu.app.exchange.handover;

import java.util.Optional;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.codes.table.Table;

/// Documents as the system for viewing takes them back (閲覧用ファイルの削除): the same document under the report category
/// that deletes, `deletion-categories.tsv`.
final class ViewForm {

    private static final Table CATEGORIES =
            Table.read("exchange/deletion-categories", ViewForm.class.getResourceAsStream("deletion-categories.tsv"));

    private ViewForm() {}

    /// The category that deletes documents of one; of any that is not named for the empty one.
    private static Optional<String> deleting(String category) {
        return CATEGORIES.rows().stream()
                .filter(row -> row.text("of").equals(category))
                .map(row -> row.text("category"))
                .findFirst();
    }

    static CheckupDocument deleting(CheckupDocument document) {
        var of = document.header();
        var category = deleting(of.category().text()).or(() -> deleting("")).orElseThrow();
        return new CheckupDocument(
                new Header(
                        of.typeIdRoot(),
                        of.typeIdExtension(),
                        Field.of(category),
                        of.categorySystem(),
                        of.created(),
                        of.patient(),
                        of.authorTime(),
                        of.author(),
                        of.tickets(),
                        of.programme(),
                        of.programmeSystem(),
                        of.examDate(),
                        of.performer()),
                document.sections(),
                document.observations());
    }
}
