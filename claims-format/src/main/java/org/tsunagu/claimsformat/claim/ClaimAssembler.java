package org.tsunagu.claimsformat.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.FileRow;
import org.tsunagu.claimsformat.record.FileRows;
import org.tsunagu.claimsformat.record.Kind;

/// Makes claims of the rows from one claim to the next (レセプトの組立て): resolves care classes and billing units, carries out
/// the review body's corrections, and builds the claim as claimed and as decided.
final class ClaimAssembler {

    private static final Pattern SEARCH_NUMBER = Pattern.compile("[0-9]{1,30}");

    private final FileContext file;
    private final SeenClaims seen;
    private final LineBuilder.Codes codes;
    private final Consumer<Claim> sink;
    private final ClaimChecks checks;

    ClaimAssembler(FileContext file, SeenClaims seen, LineBuilder.Codes codes, Consumer<Claim> sink) {
        this.file = file;
        this.seen = seen;
        this.codes = codes;
        this.sink = sink;
        this.checks = new ClaimChecks(file);
    }

    /// Assembles the claims of some rows: one, or several receipts under one management record.
    void assemble(FileRows rows) {
        if (file.family() == Family.INSURER) {
            file.forgetInstitution();
        }
        var parts = new Parts(rows, file);
        for (var entry : parts.claimed) {
            if (entry.role() == RecordRole.INSTITUTION) {
                file.take(entry);
            }
        }
        if (!parts.hasAnything()) {
            return;
        }
        var id = file.nextId();
        var line = rows.get(0).fileLine();
        if (rows.isFull()) {
            file.report("CLM-RECEIPT-SIZE", line, id, "actual", String.valueOf(rows.size()));
        } else if (!parts.hasReceipt()) {
            refuse(parts, line, id);
        } else {
            assemble(parts, id, line);
        }
    }

    private void refuse(Parts parts, int line, String id) {
        if (parts.instructions.isEmpty()) {
            file.report("CLM-NO-RE", line, id);
        } else {
            var count = String.valueOf(parts.instructions.size());
            file.report("CLM-JY-NO-CLAIM", line, id, "actual", count, "number", searchNumber(parts));
        }
    }

    /// With which the claim can be found when it comes; nothing but digits.
    private static String searchNumber(Parts parts) {
        for (var entry : parts.beside) {
            if (entry.role() == RecordRole.MANAGEMENT) {
                var number = Draft.text(entry, "search_number");
                return SEARCH_NUMBER.matcher(number).matches() ? number : "";
            }
        }
        return "";
    }

    private void assemble(Parts parts, String id, int line) {
        parts.corrected.forEach(entry -> entry.resolve(Resolver.careClass(entry), 0, 0, false));
        var receipts = new Resolver(file, id).resolve(parts.claimed);
        var decided = parts.claimed;
        List<AppliedCorrection> applied = List.of();
        if (!parts.instructions.isEmpty()) {
            var corrections = new ReviewCorrections(file, id, parts.claimed, parts.corrected);
            corrections.apply(parts.instructions);
            applied = corrections.applied();
            decided = applied.isEmpty() ? decided : corrections.decided();
        }
        for (var receipt = 0; receipt < receipts; receipt++) {
            var claim = new Draft(
                    receipt == 0 ? id : file.nextId(),
                    parts,
                    receipts == 1 ? parts.claimed : of(parts.claimed, receipt),
                    receipts == 1 ? decided : of(decided, receipt),
                    applied,
                    receipt,
                    receipt == 0 ? line : 0);
            build(claim, !applied.isEmpty());
        }
    }

    private static List<Entry> of(List<Entry> entries, int receipt) {
        var chosen = new ArrayList<Entry>();
        for (var entry : entries) {
            if (entry.receipt() == receipt) {
                chosen.add(entry);
            }
        }
        return chosen;
    }

    private void build(Draft draft, boolean isChanged) {
        var id = draft.id();
        var receipt = draft.first(RecordRole.RECEIPT);
        if (receipt.isEmpty()) {
            file.report("CLM-NO-RE", draft.line(), id);
            return;
        }
        var re = receipt.get();
        checks.rows(draft);
        var careMonth = file.dates().month(re.row(), re.column("care_month"));
        if (careMonth.isEmpty()) {
            var length = String.valueOf(re.row().length(re.column("care_month")));
            file.report("CLM-CARE-MONTH", re.row().fileLine(), id, "length", length);
            return;
        }
        var lines = new LineBuilder(file, id, codes);
        var diseases = new DiseaseBuilder(file, id);
        var headers = new HeaderBuilder(file, id);
        var claimed = new Version(
                headers.build(draft.claimed()), diseases.build(draft.claimed()), lines.build(draft.claimed()));
        var decided = isChanged
                ? new Version(
                        headers.build(draft.decided()), diseases.build(draft.decided()), lines.build(draft.decided()))
                : claimed;
        var facts = new ReceiptFacts(file, draft, re);
        var key = facts.duplicateKey(claimed);
        var status = status(draft, facts, key);
        var claim = new Claim(
                id,
                draft.parts().kind,
                facts.type(),
                careMonth.get(),
                file.claimMonth(),
                facts.person(decided.headers()),
                file.institution(),
                facts.prescriber(),
                claimed,
                decided,
                List.copyOf(draft.corrections()),
                facts.review(),
                Amounts.of(draft.parts().kind, claimed, decided, facts.pointPrice(), status),
                status,
                facts.specialNotes(),
                facts.searchNumber(),
                draft.line() == 0 ? re.row().fileLine() : draft.line(),
                key);
        checks.claim(claim, re);
        sink.accept(claim);
    }

    private Status status(Draft draft, ReceiptFacts facts, String key) {
        if (draft.parts().isReturned) {
            return Status.RETURNED;
        }
        if (draft.parts().kind != Kind.DPC || SummaryKinds.isCounted(facts.summaryKind())) {
            if (seen.add(key)) {
                return Status.COUNTED;
            }
            file.report("CLM-CLAIM-DUPLICATE", facts.line(), draft.id());
            return Status.DUPLICATE;
        }
        if (!SummaryKinds.isKnown(facts.summaryKind())) {
            file.report("CLM-DPC-SUMMARY", facts.line(), draft.id(), "actual", Shown.code(facts.summaryKind()));
        }
        return Status.UNDER_SUMMARY;
    }

    /// The rows of one receipt, as claimed and as decided (組立て中のレセプト).
    ///
    /// @param receipt number of the receipt under one management record, from 0
    /// @param line of the file where it begins; 0 when its own record says
    record Draft(
            String id,
            Parts parts,
            List<Entry> claimed,
            List<Entry> decided,
            List<AppliedCorrection> corrections,
            int receipt,
            int line) {

        /// The first decided row of a role, else the first claimed one.
        Optional<Entry> first(RecordRole role) {
            return first(role, decided).or(() -> first(role, claimed));
        }

        private static Optional<Entry> first(RecordRole role, List<Entry> entries) {
            for (var entry : entries) {
                if (entry.role() == role) {
                    return Optional.of(entry);
                }
            }
            return Optional.empty();
        }

        /// A column of a row as text.
        static String text(Entry entry, String field) {
            return entry.row().text(entry.column(field));
        }

        /// A column of a row as a small number; 0 when it is none.
        static int number(Entry entry, String field) {
            return Math.clamp(entry.row().number(entry.column(field), 0), 0, Integer.MAX_VALUE);
        }

        /// Whether a column holds nothing.
        static boolean isBlank(Entry entry, String field) {
            FileRow row = entry.row();
            return row.isBlank(entry.column(field));
        }
    }
}
