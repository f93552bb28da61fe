package org.tsunagu.claimsformat.claim;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.table.Table;

/// How the amounts of a kind of claim add up (金額の規則), `amount-rules.tsv` and `deductions.tsv`.
///
/// @param yenPerPoint yen of a point unless the claim says otherwise
/// @param sumCheck check that is reported when header and lines differ
record AmountRules(int yenPerPoint, String sumCheck) {

    static final String MEALS = "97";

    /// The check of kinds whose sums are known to add up.
    static final String CONFIRMED = "CLM-LINE-SUM";

    private static final Map<Kind, AmountRules> BY_KIND = read();
    private static final Set<String> DEDUCTED_CODES = new HashSet<>();
    private static final Map<String, Line.Counting> BY_CLASS = new HashMap<>();

    static {
        BY_CLASS.put(MEALS, Line.Counting.MEAL_YEN);
        var table = Table.read("claim/deductions", AmountRules.class.getResourceAsStream("deductions.tsv"));
        for (var row : table.rows()) {
            if (row.text("what").equals("code")) {
                DEDUCTED_CODES.add(row.text("code"));
            } else {
                BY_CLASS.put(row.text("code"), Line.Counting.DEDUCTED);
            }
        }
    }

    private static Map<Kind, AmountRules> read() {
        var rules = new EnumMap<Kind, AmountRules>(Kind.class);
        var table = Table.read("claim/amount-rules", AmountRules.class.getResourceAsStream("amount-rules.tsv"));
        for (var row : table.rows()) {
            Kind.of(row.text("kind"))
                    .ifPresent(kind ->
                            rules.put(kind, new AmountRules(row.integer("yen_per_point"), row.text("sum_check"))));
        }
        return rules;
    }

    static AmountRules of(Kind kind) {
        var rules = BY_KIND.get(kind);
        if (rules == null) {
            throw new IllegalArgumentException("no amount rule for %s, only for %s".formatted(kind, BY_KIND.keySet()));
        }
        return rules;
    }

    /// How a line of a care class enters the sum.
    static Line.Counting counting(String careClass) {
        return BY_CLASS.getOrDefault(careClass, Line.Counting.ADDED);
    }

    /// Whether a code cuts its points from the sum.
    static boolean isDeducted(String code) {
        return DEDUCTED_CODES.contains(code);
    }
}
