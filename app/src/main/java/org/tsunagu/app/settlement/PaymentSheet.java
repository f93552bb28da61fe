package org.tsunagu.app.settlement;

import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// The list of what is paid as people open it in a spreadsheet (支払一覧). Yen are numbers, everything else is text.
public final class PaymentSheet {

    /// The columns, as a program reads them.
    public static final List<String> COLUMNS = List.of(
            "payment_id",
            "month",
            "kind",
            "facility",
            "facility_name",
            "contract",
            "service",
            "stage",
            "claim_id",
            "member_id",
            "name",
            "ticket",
            "yen");

    private static final int ROWS_IN_MEMORY = 500;
    private static final double WIDTH = 16;

    private PaymentSheet() {}

    /// The cells of a line; the last are the yen.
    public static List<String> cells(Payment line) {
        return List.of(
                Long.toString(line.id()),
                line.month().toString(),
                line.kind().name(),
                line.facility(),
                line.facilityName(),
                line.contract(),
                line.service().name(),
                line.stage(),
                Long.toString(line.claimId()),
                Long.toString(line.memberId()),
                line.name(),
                line.ticket(),
                Long.toString(line.yen()));
    }

    /// Writes a workbook.
    public static void write(YearMonth month, List<Payment> lines, OutputStream out) throws IOException {
        var book = new Workbook(out, "Tsunagu", "1.0");
        var sheet = book.newWorksheet(Texts.in(Language.JAPANESE).text("settlement.sheet", "month", month));
        for (var column = 0; column < COLUMNS.size(); column++) {
            sheet.width(column, WIDTH);
            sheet.inlineString(0, column, COLUMNS.get(column));
        }
        sheet.freezePane(0, 1);
        var last = COLUMNS.size() - 1;
        for (var row = 0; row < lines.size(); row++) {
            var cells = cells(lines.get(row));
            for (var column = 0; column < last; column++) {
                sheet.inlineString(row + 1, column, cells.get(column));
            }
            sheet.value(row + 1, last, lines.get(row).yen());
            if (row % ROWS_IN_MEMORY == ROWS_IN_MEMORY - 1) {
                sheet.flush();
            }
        }
        sheet.finish();
        book.finish();
    }
}
