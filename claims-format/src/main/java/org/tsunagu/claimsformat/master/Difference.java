package org.tsunagu.claimsformat.master;

import java.util.Map;

/// How an edition differs from the one before (前の版との差).
///
/// @param added codes that were not there
/// @param changed codes whose row differs, the change kind left aside
/// @param abolished codes that are gone or have become marked as abolished
record Difference(int added, int changed, int abolished) {

    static Difference between(Map<String, String> before, Map<String, String> after, Layout layout) {
        var added = 0;
        var changed = 0;
        var abolished = 0;
        for (var row : after.entrySet()) {
            var old = before.get(row.getKey());
            if (old == null) {
                added++;
            } else if (isAbolished(row.getValue(), layout) && !isAbolished(old, layout)) {
                abolished++;
            } else if (!content(old).equals(content(row.getValue()))) {
                changed++;
            }
        }
        for (var code : before.keySet()) {
            abolished += after.containsKey(code) ? 0 : 1;
        }
        return new Difference(added, changed, abolished);
    }

    private static boolean isAbolished(String row, Layout layout) {
        var date = EditionFile.cell(row, layout.column(Field.ABOLISHED_ON));
        return !date.isEmpty() && !date.equals("0") && !date.equals(RowSet.NEVER);
    }

    private static String content(String row) {
        return row.substring(row.indexOf('\t') + 1);
    }
}
