package org.tsunagu.app.exchange.handover;

import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;

/// Documents as the system for viewing takes them back (閲覧用ファイルの削除): the same document under the
/// report category
/// that deletes. What is known of it is in section 14 of the specification; the rest is unconfirmed.
final class ViewForm {

    private static final String SPECIFIC = "10";
    private static final String DELETE_SPECIFIC = "19";
    private static final String DELETE_OTHER = "49";

    private ViewForm() {}

    static CheckupDocument deleting(CheckupDocument document) {
        var of = document.header();
        var category = of.category().text().equals(SPECIFIC) ? DELETE_SPECIFIC : DELETE_OTHER;
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
