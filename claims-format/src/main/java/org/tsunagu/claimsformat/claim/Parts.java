package org.tsunagu.claimsformat.claim;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.FileRow;
import org.tsunagu.claimsformat.record.FileRows;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.claimsformat.record.RecordCode;

/// The rows of one claim sorted by who wrote them (データ識別による仕分け): the provider's, the review body's instructions and
/// corrected records, what it said beside them. FileRows about earlier versions of a re-claimed receipt are only
/// counted.
final class Parts {

    private static final int CLAIMED = 1;
    private static final int DECIDED = 2;
    private static final int REQUESTED = 3;
    private static final int REEXAMINED = 4;
    private static final int RETURNED = 8;
    private static final int FIRST_HISTORY = 11;
    private static final int LAST_HISTORY = 14;
    private static final int DENTAL_TABLE = 3;

    final Kind kind;
    final List<Entry> claimed = new ArrayList<>();
    final List<Entry> corrected = new ArrayList<>(0);
    final List<Entry> instructions = new ArrayList<>(0);
    final List<Entry> beside = new ArrayList<>(2);
    boolean isReturned;
    int historyRows;

    private final FileContext file;

    Parts(FileRows rows, FileContext file) {
        this.file = file;
        this.kind = kind(rows, file);
        var roles = RecordRoles.of(kind);
        for (var i = 0; i < rows.size(); i++) {
            sort(new Entry(rows.get(i), roles));
        }
    }

    private static Kind kind(FileRows rows, FileContext file) {
        var kind = file.namedKind().orElse(Kind.MEDICAL);
        var isNamed = file.namedKind().isPresent();
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            var code = row.code();
            if (code == RecordCode.BU && kind == Kind.MEDICAL) {
                return Kind.DPC;
            }
            if (!isNamed) {
                kind = switch (code) {
                    case RecordCode.YK -> Kind.DISPENSING;
                    case RecordCode.HM -> Kind.NURSING;
                    case RecordCode.IR, RecordCode.UK -> row.number(DENTAL_TABLE) == DENTAL_TABLE ? Kind.DENTAL : kind;
                    default -> kind;
                };
            }
        }
        return kind;
    }

    /// Whether a row tells of an earlier version of a re-claimed receipt: it opens no receipt, even as a management
    /// record of its own.
    static boolean isHistory(FileRow row) {
        var kindOfData = row.dataKind();
        return kindOfData >= FIRST_HISTORY && kindOfData <= LAST_HISTORY;
    }

    private void sort(Entry entry) {
        var row = entry.row();
        var kindOfData = row.dataKind();
        if (isHistory(row)) {
            historyRows++;
            return;
        }
        isReturned |= kindOfData == RETURNED || entry.role() == RecordRole.RETURN;
        switch (entry.role()) {
            case UNKNOWN -> unknown(row);
            case MANAGEMENT, REVIEW, RETURN -> beside.add(entry);
            case REEXAMINATION -> {
                beside.add(entry);
                file.counts().reexaminationRows++;
            }
            case INSTRUCTION -> instructions.add(entry);
            default -> sort(entry, kindOfData);
        }
    }

    private void sort(Entry entry, int kindOfData) {
        switch (kindOfData) {
            case CLAIMED -> claimed.add(entry);
            case DECIDED -> {
                if (entry.code() != RecordCode.RC) {
                    corrected.add(entry);
                }
            }
            case REQUESTED, REEXAMINED -> file.counts().reexaminationRows++;
            case RETURNED -> {}
            default -> unknown(entry.row());
        }
    }

    private void unknown(FileRow row) {
        var name = RecordCode.name(row.code());
        file.counts().unknown(name.isEmpty() ? "?" : name, row.fileLine());
    }

    /// Whether the provider's receipt is there.
    boolean hasReceipt() {
        for (var entry : claimed) {
            if (entry.role() == RecordRole.RECEIPT) {
                return true;
            }
        }
        return false;
    }

    /// Whether anything but institution records is there.
    boolean hasAnything() {
        return !instructions.isEmpty()
                || file.family() == Family.INSURER
                || claimed.stream().anyMatch(entry -> entry.role() != RecordRole.INSTITUTION);
    }
}
