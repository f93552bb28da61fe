package org.tsunagu.claimsformat.claim;

import java.util.List;
import org.tsunagu.claimsformat.record.FileRow;
import org.tsunagu.claimsformat.record.RecordCode;

/// A row of a claim with what was resolved for it before any correction (解決済みの行): care class, billing unit, and which
/// receipt under one management record it belongs to.
final class Entry {

    private final FileRow row;
    private final int code;
    private final RecordRoles.Known known;
    private String careClass = "";
    private int unit;
    private int receipt;
    private boolean isDonor;
    private List<Line> lines = List.of();
    private boolean isBuilt;

    Entry(FileRow row, RecordRoles roles) {
        this.row = row;
        this.code = row.code();
        this.known = roles.find(code);
    }

    FileRow row() {
        return row;
    }

    int code() {
        return code;
    }

    String record() {
        return RecordCode.name(code);
    }

    RecordRole role() {
        return known.role();
    }

    RecordRoles.Known known() {
        return known;
    }

    int column(String field) {
        return known.layout().column(field);
    }

    RecordRoles.Columns columns() {
        return known.columns();
    }

    String careClass() {
        return careClass;
    }

    int unit() {
        return unit;
    }

    int receipt() {
        return receipt;
    }

    boolean isDonor() {
        return isDonor;
    }

    void resolve(String inheritedClass, int inUnit, int inReceipt, boolean ofDonor) {
        careClass = inheritedClass;
        unit = inUnit;
        receipt = inReceipt;
        isDonor = ofDonor;
    }

    /// Takes the place of another row, or stands behind it: what is blank is inherited.
    void standFor(Entry other) {
        resolve(careClass.isEmpty() ? other.careClass : careClass, other.unit, other.receipt, other.isDonor);
    }

    boolean isBuilt() {
        return isBuilt;
    }

    List<Line> lines() {
        return lines;
    }

    void built(List<Line> all) {
        isBuilt = true;
        lines = all;
    }
}
