package org.tsunagu.checkupformat.archive;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.codes.time.Dates;

/// The name of an archive and of the one folder in it (送付用ファイルアーカイブ名):
/// `<sender 8-10>_<receiver 7-10>_<YYYYMMDD><number 0-9>_<service kind 1-5>`.
///
/// @param sender number of the sender, as written, an insurer's padded to eight digits
/// @param receiver number of the receiver, as written
/// @param date day the archive was made
/// @param number 同日分割送信回数: 0 for the first archive of the day to the receiver, glued to the date
/// @param serviceKind 実施区分: 1 checkup, 2 guidance, 3 and 5 report to the state, 4 other checkups
public record ArchiveName(String sender, String receiver, LocalDate date, int number, int serviceKind) {

    private static final Pattern SHAPE =
            Pattern.compile("([0-9]{8,10})_([0-9]{7,10})_([0-9]{8})([0-9])_([1-5])(?i:\\.zip)?");
    private static final Pattern FACILITY = Pattern.compile("[0-9]{10}");
    private static final long SEQUENCES = 1_000_000;

    /// @throws IllegalArgumentException if the parts do not make a name
    public ArchiveName {
        var name = name(sender, receiver, date, number, serviceKind);
        if (!SHAPE.matcher(name).matches()) {
            throw new IllegalArgumentException("no archive name: %s".formatted(name));
        }
    }

    /// Reads the name of a folder or of a `.zip`; empty when it is not one, or the date is not a day of the calendar.
    public static Optional<ArchiveName> parse(String name) {
        var parts = SHAPE.matcher(name);
        if (!parts.matches()) {
            return Optional.empty();
        }
        return Dates.compact(parts.group(3))
                .map(date -> new ArchiveName(
                        parts.group(1),
                        parts.group(2),
                        date,
                        Integer.parseInt(parts.group(4)),
                        Integer.parseInt(parts.group(5))));
    }

    /// The name of a file in DATA or CLAIMS, 27 characters and `.xml`.
    ///
    /// @param kind `h` checkup, `c` its settlement, `g` guidance, `p` its settlement
    /// @param facility ten digits
    /// @param sequence running number in the archive; six digits are written, so names begin again after a million
    /// @throws IllegalArgumentException if a part does not fit
    public String documentName(char kind, String facility, long sequence) {
        if ("hcgp".indexOf(kind) < 0 || !FACILITY.matcher(facility).matches() || sequence < 0) {
            throw new IllegalArgumentException(
                    "no document name: kind %s, facility %s, sequence %d".formatted(kind, facility, sequence));
        }
        return "%c%s%s%d%d%06d.xml"
                .formatted(kind, facility, Dates.compact(date), number, serviceKind, sequence % SEQUENCES);
    }

    /// The name of the folder; the archive's is this and `.zip`.
    @Override
    public String toString() {
        return name(sender, receiver, date, number, serviceKind);
    }

    private static String name(String sender, String receiver, LocalDate date, int number, int serviceKind) {
        return "%s_%s_%s%d_%d".formatted(sender, receiver, Dates.compact(date), number, serviceKind);
    }
}
