package org.tsunagu.checkupformat.problems;

import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;

/// The reception checks of one checkup document (健診結果の受付チェック).
public final class DocumentChecks {

    /// Checks against a master.
    public DocumentChecks(Items items, ReceptionContext context) {}

    /// Checks a checkup document: header, person, tickets and every result.
    public void check(CheckupDocument document, Place place, Reporter reporter) {}

    /// Checks the header of a guidance document.
    public void checkHeader(GuidanceDocument document, Place place, Reporter reporter) {}
}
