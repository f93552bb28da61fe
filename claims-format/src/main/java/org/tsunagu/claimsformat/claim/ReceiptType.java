package org.tsunagu.claimsformat.claim;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tsunagu.claimsformat.record.CodeTables;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The type of a receipt (レセプト種別), four digits: fee schedule, scheme, combination with public payers, person and
/// place. Table `B05` has 324 of them.
///
/// @param code four digits as the file says
/// @param isKnown whether the code is in the table
/// @param isInpatient whether the last digit is odd; 0 is outpatient
public record ReceiptType(String code, boolean isKnown, PersonClass personClass, boolean isInpatient) {

    private static final int LENGTH = 4;
    private static final char PUBLIC_ONLY = '2';
    private static final Map<String, ReceiptType> CACHE = new ConcurrentHashMap<>();
    private static final Table DIGITS =
            Table.read("claim/receipt-digits", ReceiptType.class.getResourceAsStream("receipt-digits.tsv"));

    /// Reads a code; of one that is not in the table only the last digit is believed.
    public static ReceiptType of(String code) {
        var known = CACHE.get(code);
        if (known != null) {
            return known;
        }
        var read = read(code);
        if (read.isKnown) {
            CACHE.put(code, read);
        }
        return read;
    }

    private static ReceiptType read(String code) {
        var isKnown = CodeTables.shipped().find("B05", code).isPresent();
        var last = code.isEmpty() ? "" : code.substring(code.length() - 1);
        var row = DIGITS.rows().stream()
                .filter(digit -> digit.text("value").equals(last))
                .findFirst();
        var isPublicOnly = code.length() == LENGTH && code.charAt(1) == PUBLIC_ONLY;
        var person = row.filter(found -> isKnown && !isPublicOnly)
                .map(found -> PersonClass.valueOf(found.text("person_class")))
                .orElse(PersonClass.UNKNOWN);
        return new ReceiptType(
                code, isKnown, person, row.map(ReceiptType::isInpatient).orElse(false));
    }

    private static boolean isInpatient(Row row) {
        return row.text("inpatient").equals("yes");
    }
}
