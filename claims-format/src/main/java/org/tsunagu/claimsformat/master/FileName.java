package org.tsunagu.claimsformat.master;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsunagu.codes.time.Dates;

/// What the name of a master file says (マスターのファイル名): `b_20240601.txt`, `s_ALL20240531.csv`.
///
/// @param edition the date in the name
/// @param saysAll whether the name says that the file is complete
record FileName(MasterKind kind, LocalDate edition, boolean saysAll) {

    private static final Pattern FORM =
            Pattern.compile("(hb|b|z|s|y|t|c|f|m)_(ALL)?(\\d{8})\\.(?:txt|csv|zip)", Pattern.CASE_INSENSITIVE);

    /// Reads the last part of a path; empty when it is no name of a master or the date does not exist.
    static Optional<FileName> of(String path) {
        var name = path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        var matcher = FORM.matcher(name);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var saysAll = matcher.group(2) != null;
        return MasterKind.ofPrefix(matcher.group(1))
                .flatMap(kind -> Dates.compact(matcher.group(3)).map(edition -> new FileName(kind, edition, saysAll)));
    }
}
