package org.tsunagu.claimsformat.disease;

import java.util.EnumMap;
import java.util.Map;
import org.tsunagu.codes.table.Table;

/// Where cost without a disease class goes (分類外の区分), so that totals always reconcile; names in
/// `buckets.tsv`.
public enum Bucket {
    /// The claim has no disease at all.
    NODISEASE,
    /// The disease is written in words (0000999).
    UNCODED,
    /// The master gives the code no ICD-10.
    NOICD,
    /// No loaded master knows the code.
    UNRESOLVED,
    /// No class has the ICD-10 code.
    UNCLASSIFIED,
    /// Dispensing whose prescriber's claim was not found.
    PHA_UNMATCHED,
    /// What a list of some diseases does not have.
    OTHER;

    private static final Map<Bucket, Group> GROUPS = new EnumMap<>(Bucket.class);

    static {
        for (var row : Table.read("disease/buckets", Bucket.class.getResourceAsStream("buckets.tsv"))
                .rows()) {
            GROUPS.put(valueOf(row.text("code")), Group.of(row, "code"));
        }
    }

    /// The bucket as a group of a table.
    public Group group() {
        var group = GROUPS.get(this);
        if (group == null) {
            throw new IllegalStateException("no row " + this + " in buckets.tsv");
        }
        return group;
    }
}
