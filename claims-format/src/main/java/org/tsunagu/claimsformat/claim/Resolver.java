package org.tsunagu.claimsformat.claim;

import java.util.List;
import org.tsunagu.claimsformat.record.RecordCode;

/// Resolves on the rows as claimed what stands only on earlier or later ones (診療識別の継承と算定単位): the care class, which a
/// row may omit, and the billing unit, whose points stand on its last row.
final class Resolver {

    private static final int MOST_OMITTED = 98;
    private static final int CLASSES = 100;
    private static final String[] NAMES = new String[CLASSES];

    static {
        for (var i = 0; i < CLASSES; i++) {
            NAMES[i] = "%02d".formatted(i);
        }
    }

    private final FileContext file;
    private final String claim;
    private String careClass = "";
    private int unit = 1;
    private int receipt = -1;
    private boolean isDonor;
    private boolean isBlankReported;
    private int omitted;

    Resolver(FileContext file, String claim) {
        this.file = file;
        this.claim = claim;
    }

    /// Resolves the rows of one management record.
    ///
    /// @return how many receipts there are
    int resolve(List<Entry> claimed) {
        for (var entry : claimed) {
            if (entry.code() == RecordCode.RE) {
                begin();
            }
            resolve(entry);
        }
        return receipt + 1;
    }

    private void begin() {
        receipt++;
        careClass = "";
        unit = 1;
        isDonor = false;
        omitted = 0;
        isBlankReported = false;
    }

    private void resolve(Entry entry) {
        switch (entry.role()) {
            case LINE, INCLUDED, COMMENT -> inherit(entry);
            case PRESCRIPTION -> {
                unit++;
                careClass = form(entry);
            }
            case DONOR -> isDonor = true;
            default -> {}
        }
        entry.resolve(careClass, unit, Math.max(receipt, 0), isDonor);
        if (entry.role() == RecordRole.LINE && closesUnit(entry)) {
            unit++;
        }
    }

    private void inherit(Entry entry) {
        var column = entry.columns().careClass();
        if (column < 0) {
            return;
        }
        var own = careClass(entry);
        if (!own.isEmpty()) {
            careClass = own;
            omitted = 0;
            return;
        }
        omitted++;
        if (omitted == MOST_OMITTED + 1) {
            file.report(
                    "CLM-CARE-CLASS-RUN",
                    entry.row().fileLine(),
                    claim,
                    "actual",
                    String.valueOf(omitted),
                    "expected",
                    String.valueOf(MOST_OMITTED));
        }
        if (careClass.isEmpty() && !isBlankReported && entry.role() == RecordRole.LINE) {
            isBlankReported = true;
            file.report("CLM-CARE-CLASS-BLANK", entry.row().fileLine(), claim, "record", entry.record());
        }
    }

    /// The form of a prescription (剤形), which says of dispensing what the care class says of other drugs.
    private static String form(Entry entry) {
        var column = entry.column("form");
        return column < 0 ? "" : entry.row().text(column);
    }

    /// The care class a row says itself.
    static String careClass(Entry entry) {
        var column = entry.columns().careClass();
        var length = entry.row().length(column);
        if (length == 0) {
            return "";
        }
        var number = entry.row().number(column);
        return length == 2 && number >= 0 ? NAMES[(int) number] : entry.row().text(column);
    }

    private static boolean closesUnit(Entry entry) {
        var slots = entry.known().layout().slots();
        return !slots.isEmpty() && !entry.row().isBlank(slots.getFirst().points());
    }
}
