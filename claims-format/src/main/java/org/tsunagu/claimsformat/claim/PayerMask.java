package org.tsunagu.claimsformat.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.claimsformat.record.CodeTables;

/// Who is charged for a line (負担区分): any of the insurance and up to four public payers. 31 codes, table `B21`; the
/// letters are not contiguous.
///
/// @param code one character; empty for lines that name no payers
/// @param bits bit 0 the insurance, bits 1 to 4 the public payers
public record PayerMask(String code, int bits) {

    /// A line that names no payers.
    public static final PayerMask NONE = new PayerMask("", 0);

    /// A line whose payers cannot be told: all of them.
    static final PayerMask EVERYBODY = new PayerMask("", 0x1f);

    private static final int CODES = 128;
    private static final Map<String, PayerMask> KNOWN = read();
    private static final PayerMask[] QUICK = quick();

    private static Map<String, PayerMask> read() {
        var known = new HashMap<String, PayerMask>();
        for (var row : CodeTables.shipped().rows("B21")) {
            var pattern = row.text("name_ja");
            var bits = 0;
            for (var i = 0; i < pattern.length(); i++) {
                bits |= pattern.charAt(i) == '1' ? 1 << i : 0;
            }
            known.put(row.text("code"), new PayerMask(row.text("code"), bits));
        }
        return known;
    }

    private static PayerMask[] quick() {
        var quick = new PayerMask[CODES];
        KNOWN.forEach((code, mask) -> quick[code.charAt(0)] = mask);
        return quick;
    }

    /// The mask of a code; empty for a code that is not in the table.
    public static Optional<PayerMask> of(String code) {
        return Optional.ofNullable(KNOWN.get(code));
    }

    /// The mask of one byte; one without payers for a byte that is not in the table.
    static PayerMask ofByte(int code) {
        var mask = code < CODES ? QUICK[code] : null;
        return mask == null ? NONE : mask;
    }

    /// Whether a payer is charged.
    ///
    /// @param payer 0 the insurance, 1 to 4 the public payers
    public boolean includes(int payer) {
        return ((bits >> payer) & 1) == 1;
    }
}
