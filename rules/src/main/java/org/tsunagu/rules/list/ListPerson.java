package org.tsunagu.rules.list;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsunagu.rules.care.Known;

/// A person whom lists look at (抽出の対象となる人).
///
/// @param checkups in any order; kept with the latest first
/// @param certified whether care is certified (要介護認定); empty when the insurer does not know
/// @param isInProgramme takes part in a programme already (保健指導等に参加中)
public record ListPerson(
        LocalDate birth, List<Examined> checkups, Known care, Optional<Boolean> certified, boolean isInProgramme) {

    /// Sorts the checkups.
    public ListPerson {
        checkups = checkups.stream()
                .sorted(Comparator.comparing(Examined::day).reversed())
                .toList();
    }
}
