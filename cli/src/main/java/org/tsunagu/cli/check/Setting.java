package org.tsunagu.cli.check;

import java.util.Optional;
import org.tsunagu.checkupformat.archive.SchemaGate;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.checkupformat.problems.DocumentChecks;
import org.tsunagu.checkupformat.problems.FileChecks;
import org.tsunagu.checkupformat.problems.ReceptionContext;
import org.tsunagu.cli.text.Language;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Checks;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.rules.Judging;

/// What all workers share (共有の道具): tables, checks and rules, read once and never changed.
record Setting(
        Items items,
        Checks checks,
        XmlLimits limits,
        ReceptionContext context,
        DocumentChecks documentChecks,
        FileChecks fileChecks,
        Judging judging,
        ProblemTexts texts,
        ItemCells itemCells,
        Optional<SchemaGate> schemas) {

    static Setting of(CheckRequest request) {
        var items = Items.shipped();
        var context = ReceptionContext.on(request.received());
        return new Setting(
                items,
                CheckupCatalogue.shipped(),
                XmlLimits.standard(),
                context,
                new DocumentChecks(items, context),
                new FileChecks(),
                Judging.shipped(),
                CheckupCatalogue.texts(request.language().locale()),
                new ItemCells(items, request.language() == Language.JAPANESE),
                request.schemas());
    }
}
