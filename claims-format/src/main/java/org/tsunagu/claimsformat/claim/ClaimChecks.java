package org.tsunagu.claimsformat.claim;

import org.tsunagu.claimsformat.claim.ClaimAssembler.Draft;
import org.tsunagu.codes.insurer.CheckDigit;
import org.tsunagu.codes.text.Widths;

/// Looks at a claim that was put together (レセプトの点検): order and widths of its rows, person, months, numbers, sums.
final class ClaimChecks {

    private static final int WITH_CHECK_DIGIT = 8;
    private static final String AS_CLAIMED = "1";
    private static final String AS_DECIDED = "2";

    private final FileContext file;

    ClaimChecks(FileContext file) {
        this.file = file;
    }

    /// Order and widths.
    void rows(Draft draft) {
        var last = 0;
        var isOrderBroken = false;
        for (var entry : draft.claimed()) {
            widths(draft.id(), entry);
            var rank = entry.known().rank();
            if (rank == 0 || entry.isDonor() || isOrderBroken) {
                continue;
            }
            if (rank < last) {
                isOrderBroken = true;
                file.report("CLM-ORDER", entry.row().fileLine(), draft.id(), "record", entry.record());
            }
            last = Math.max(rank, last);
        }
        draft.parts().corrected.forEach(entry -> widths(draft.id(), entry));
    }

    private void widths(String claim, Entry entry) {
        var row = entry.row();
        var layout = entry.known().layout();
        for (var column = row.tooLong(layout, 0); column >= 0; column = row.tooLong(layout, column + 1)) {
            var width = layout.width(column);
            var actual = row.isWindows() ? row.length(column) : Widths.bytes(row.text(column));
            if (actual > width) {
                file.report(
                        "CLM-WIDTH",
                        row.fileLine(),
                        claim,
                        "record",
                        entry.record(),
                        "field",
                        layout.row(column),
                        "actual",
                        String.valueOf(actual),
                        "expected",
                        String.valueOf(width));
            }
        }
    }

    /// Everything else.
    void claim(Claim claim, Entry receipt) {
        var line = receipt.row().fileLine();
        var id = claim.id();
        var counts = file.counts();
        counts.receipts++;
        counts.headers += claim.claimed().headers().count();
        counts.leadingPoints += claim.claimed().headers().points();
        person(claim, receipt);
        if (!claim.type().isKnown()) {
            file.report("CLM-TYPE", line, id, "actual", Shown.code(claim.type().code()));
        }
        if (claim.claimMonth().filter(claim.careMonth()::isAfter).isPresent()) {
            file.report("CLM-MONTHS", line, id);
        }
        if (claim.decided().headers().leading().isEmpty()) {
            file.report("CLM-HEADER-MISSING", line, id);
        }
        claim.decided().headers().insurance().ifPresent(header -> counts.insurer(header.payerNumber()));
        claim.decided().headers().all().forEach(header -> number(header, line, id));
        sums(claim, claim.claimed(), AS_CLAIMED, line);
        if (claim.isCorrected()) {
            sums(claim, claim.decided(), AS_DECIDED, line);
        }
    }

    private void person(Claim claim, Entry receipt) {
        var line = receipt.row().fileLine();
        var person = claim.person();
        if (person.sex().isEmpty()) {
            file.report("CLM-SEX", line, claim.id(), "actual", Shown.code(Draft.text(receipt, "sex")));
        }
        if (person.birth().isEmpty()) {
            var length = String.valueOf(receipt.row().length(receipt.column("birth")));
            file.report("CLM-BIRTH-DATE", line, claim.id(), "length", length);
        } else if (person.birth().get().isAfter(claim.careMonth().atEndOfMonth())) {
            file.report("CLM-BIRTH-AFTER", line, claim.id());
        }
    }

    private void number(Header header, int line, String claim) {
        var number = header.payerNumber();
        if (number.length() == WITH_CHECK_DIGIT
                && !file.counts().isGood(number)
                && Widths.allDigits(number)
                && !file.counts().isGood(number, CheckDigit.holds(number))
                && file.counts().isNewDoubt(number)) {
            file.report("CLM-CHECK-DIGIT", line, claim, "actual", number);
        }
    }

    private void sums(Claim claim, Version version, String dataKind, int line) {
        var check = AmountRules.of(claim.kind()).sumCheck();
        version.headers().leading().ifPresent(header -> sum(claim, version, header, new Wanted(check, dataKind, line)));
        if (check.equals(AmountRules.CONFIRMED)) {
            for (var header : version.headers().publicPayers()) {
                if (!version.headers().isPublicOnly() || header.order() > 1) {
                    sum(claim, version, header, new Wanted("CLM-KO-SUM", dataKind, line));
                }
            }
        }
    }

    private void sum(Claim claim, Version version, Header header, Wanted wanted) {
        var actual = version.sum(header.order());
        if (actual == header.points()) {
            return;
        }
        var isPlain = version.hasDeductions() && version.plainSum(header.order()) == header.points();
        file.report(
                isPlain ? "CLM-LINE-SUM-PLAIN" : wanted.check,
                wanted.line,
                claim.id(),
                "order",
                String.valueOf(header.order()),
                "expected",
                String.valueOf(header.points()),
                "actual",
                String.valueOf(actual),
                "version",
                wanted.dataKind);
    }

    private record Wanted(String check, String dataKind, int line) {}
}
