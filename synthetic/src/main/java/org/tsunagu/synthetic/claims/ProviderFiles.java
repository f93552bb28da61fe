package org.tsunagu.synthetic.claims;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.claimsformat.record.ClaimRow;
import org.tsunagu.claimsformat.record.ClaimWriter;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.care.Facility;

/// The files of one claim month as providers send them (請求ファイル、UKE): one a place and kind, each
/// with its totals.
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

    /// What one place claims (一機関の請求), written into memory: a month of one place is small.
    private static final class Batch {
        private final Kind kind;
        private final Facility facility;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final ClaimWriter writer = new ClaimWriter(bytes, Family.PROVIDER);
        private int claims;
        private int payers;
        private long points;

        Batch(Kind kind, Facility facility) {
            this.kind = kind;
            this.facility = facility;
        }
    }

    void add(Receipt receipt, List<ClaimRow> rows) throws IOException {
        var facility = receipt.facility();
        var key = facility.code() + receipt.kind().tag();
        var batch = batches.get(key);
        if (batch == null) {
            batch = new Batch(receipt.kind(), facility);
            batches.put(key, batch);
            for (var row : Rows.institution(batch.kind, facility, month)) {
                batch.writer.write(row);
            }
        }
        batch.payers += 1 + (int) receipt.payer().stream().count();
        batch.points += receipt.points();
        rows.getFirst().set("number", ++batch.claims);
        for (var row : rows) {
            batch.writer.write(row);
        }
    }

    void finish() throws IOException {
        for (var batch : batches.values()) {
            batch.writer.write(ClaimRow.of(batch.kind, "GO")
                    .set("count", batch.payers)
                    .set("points", batch.points)
                    .set("volume", "99"));
            batch.writer.close();
            var name = NAMES.getOrDefault(batch.kind, "RECEIPT.UKE");
            OpenFile.write(folder.resolve(batch.facility.code()), name, batch.bytes.toByteArray());
        }
    }
}
