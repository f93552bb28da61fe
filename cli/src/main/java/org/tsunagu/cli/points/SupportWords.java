package org.tsunagu.cli.points;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tsunagu.cli.rows.Troubles;
import org.tsunagu.codes.text.Widths;
import org.tsunagu.rules.guidance.Points;
import org.tsunagu.rules.guidance.Support;

/// Reads a list of supports (支援の並び): codes separated by `;`, minutes after a colon, `IND:30;TEL:5;WW2`.
final class SupportWords {

    private static final int MOST_DIGITS = 4;

    private final Points points;

    SupportWords(Points points) {
        this.points = points;
    }

    /// One support and how it was written.
    record Written(String text, Support support) {}

    /// What could be read; the rest is told and left out.
    ///
    /// @param left hears what was left out, as written
    List<Written> read(String column, String cell, LocalDate checkup, Troubles troubles, List<String> left) {
        var supports = new ArrayList<Written>();
        for (var part : cell.split("[;；]", -1)) {
            var written = part.strip();
            var word = Widths.forMatching(part).strip();
            if (!word.isEmpty()) {
                var trouble = trouble(word, checkup);
                if (trouble.isEmpty()) {
                    supports.add(new Written(written, support(word)));
                } else {
                    troubles.add(column, trouble, written);
                    left.add(written);
                }
            }
        }
        return supports;
    }

    private String trouble(String written, LocalDate checkup) {
        var item = item(written);
        var minutes = minutes(written);
        if (!points.knows(checkup, item)) {
            return "unknown_item";
        }
        if (minutes.isEmpty()) {
            var hasColon = written.length() > item.length();
            return hasColon || points.needsMinutes(checkup, item) ? "minutes_missing" : "";
        }
        return minutes.length() > MOST_DIGITS || !Widths.allDigits(minutes) ? "not_minutes" : "";
    }

    private static Support support(String written) {
        var minutes = minutes(written);
        return minutes.isEmpty() ? Support.of(item(written)) : Support.of(item(written), Integer.parseInt(minutes));
    }

    private static String item(String written) {
        var colon = written.indexOf(':');
        return (colon < 0 ? written : written.substring(0, colon)).toUpperCase(Locale.ROOT);
    }

    private static String minutes(String written) {
        var colon = written.indexOf(':');
        return colon < 0 ? "" : written.substring(colon + 1);
    }
}
