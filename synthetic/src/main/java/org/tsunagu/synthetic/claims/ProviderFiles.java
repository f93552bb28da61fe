package org.tsunagu.synthetic.claims;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.care.Facility;

/// The files of one claim month as providers send them (請求ファイル、UKE): one a place and kind, each with its totals.
final class ProviderFiles {

    private static final Map<Kind, String> NAMES = Map.of(
            Kind.MEDICAL, "RECEIPTC.UKE",
            Kind.DPC, "RECEIPTD.UKE",
            Kind.DENTAL, "RECEIPTS.UKE",
            Kind.DISPENSING, "RECEIPTY.UKE");

    private final Path folder;
    private final YearMonth month;
    private final Map<String, Batch> batches = new TreeMap<>();

    ProviderFiles(Path folder, YearMonth month) {
        this.folder = folder.resolve(Numbers.month(month));
        this.month = month;
    }

    /// What one place claims (一機関の請求).
    private static final class Batch {
        private final Kind kind;
        private final Facility facility;
        private final List<List<ClaimRow>> claims = new ArrayList<>();
        private int payers;
        private long points;

        Batch(Kind kind, Facility facility) {
            this.kind = kind;
            this.facility = facility;
        }
    }

    void add(Receipt receipt, List<ClaimRow> rows) {
        var facility = receipt.facility();
        var batch = batches.computeIfAbsent(
                facility.code() + receipt.kind().tag(), key -> new Batch(receipt.kind(), facility));
        batch.claims.add(rows);
        batch.payers += 1 + (int) receipt.payer().stream().count();
        batch.points += receipt.points();
    }

    void finish() throws IOException {
        for (var batch : batches.values()) {
            var name = NAMES.getOrDefault(batch.kind, "RECEIPT.UKE");
            try (var file = new OpenFile(folder.resolve(batch.facility.code()), name, Family.PROVIDER)) {
                write(batch, file);
                file.finish();
            }
        }
    }

    private void write(Batch batch, OpenFile file) throws IOException {
        var writer = file.writer();
        for (var row : Rows.institution(batch.kind, batch.facility, month)) {
            writer.write(row);
        }
        var number = 0;
        for (var claim : batch.claims) {
            claim.getFirst().set("number", ++number);
            for (var row : claim) {
                writer.write(row);
            }
        }
        writer.write(ClaimRow.of(batch.kind, "GO")
                .set("count", batch.payers)
                .set("points", batch.points)
                .set("volume", "99"));
    }
}
