package org.tsunagu.claimsformat.master;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

/// One edition of one master (マスターの版) as it lies in the store.
///
/// @param isMerged whether a differential was laid upon a complete file
/// @param rows codes in it
/// @param added codes that the edition before it does not have; all when there is none
/// @param changed codes whose row differs from the edition before
/// @param abolished codes that the edition before still had or did not yet mark as abolished
/// @param hashes SHA-256 of every file it was made from, in hexadecimal, the last one last
/// @param file name of the last of these files
public record Edition(
        MasterKind kind,
        LocalDate date,
        boolean isMerged,
        int rows,
        int added,
        int changed,
        int abolished,
        List<String> hashes,
        String file) {

    /// By kind and date.
    public static final Comparator<Edition> ORDER =
            Comparator.comparing(Edition::kind).thenComparing(Edition::date);

    /// The hash of the file that was loaded last.
    public String hash() {
        return hashes.getLast();
    }
}
