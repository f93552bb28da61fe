package org.tsunagu.checkupformat.problems;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.codes.time.Dates;

/// The parts of a root folder name that the checks compare (フォルダ名): `<sender>_<receiver>_<YYYYMMDD><N>_<X>`.
record RootName(String sender, String receiver, LocalDate date, String serviceKind) {

    private static final Pattern SHAPE = Pattern.compile("([0-9]{8,10})_([0-9]{7,10})_([0-9]{8})[0-9]_([1-5])");

    /// Reads a name; empty when it does not follow the rule or its date is no day of the calendar.
    static Optional<RootName> of(String name) {
        var parts = SHAPE.matcher(name);
        return parts.matches()
                ? Dates.compact(parts.group(3))
                        .map(date -> new RootName(parts.group(1), parts.group(2), date, parts.group(4)))
                : Optional.empty();
    }
}
