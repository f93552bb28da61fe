package org.tsunagu.claimsformat.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.record.FileRow;

/// Makes the headers of a claim (保険者・公費の組立て).
final class HeaderBuilder {

    private final FileContext file;
    private final String claim;

    HeaderBuilder(FileContext file, String claim) {
        this.file = file;
        this.claim = claim;
    }

    Headers build(List<Entry> entries) {
        Optional<Header> insurance = Optional.empty();
        var publicPayers = new ArrayList<Header>(2);
        for (var entry : entries) {
            if (entry.role() == RecordRole.INSURANCE) {
                insurance = insurance.or(() -> Optional.of(header(0, entry)));
            } else if (entry.role() == RecordRole.PAYER) {
                publicPayers.add(header(publicPayers.size() + 1, entry));
            }
        }
        return new Headers(insurance, publicPayers);
    }

    private Header header(int order, Entry entry) {
        var copayment = entry.column("copayment");
        return new Header(
                order,
                entry.row().text(entry.column("payer_number")).strip(),
                (int) number(entry, "days"),
                number(entry, "points"),
                (int) number(entry, "meal_count"),
                number(entry, "meal_yen"),
                entry.row().isBlank(copayment) ? Optional.empty() : Optional.of(number(entry, "copayment")));
    }

    private long number(Entry entry, String field) {
        var column = entry.column(field);
        var row = entry.row();
        var number = row.number(column);
        if (number != FileRow.NOT_A_NUMBER) {
            return Math.clamp(number, -Amount.LARGEST, Amount.LARGEST);
        }
        if (!row.isBlank(column)) {
            Amount.report(file, claim, entry, column);
        }
        return 0;
    }
}
