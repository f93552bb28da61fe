package org.tsunagu.cli.check;

import java.util.IdentityHashMap;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.codes.table.Basis;

/// Table and row of the rules as cells, encoded once (規則のセル): a judgement names dozens of them. There are as many as
/// the tables have rows. One per thread.
final class RuleCells {

    private final IdentityHashMap<Basis, byte[]> cells = new IdentityHashMap<>();

    byte[] of(Basis basis) {
        var known = cells.get(basis);
        return known == null ? cells.computeIfAbsent(basis, RuleCells::encode) : known;
    }

    private static byte[] encode(Basis basis) {
        return new CsvBytes()
                .open()
                .text(basis.table())
                .letters(":")
                .text(basis.row())
                .close()
                .toByteArray();
    }
}
