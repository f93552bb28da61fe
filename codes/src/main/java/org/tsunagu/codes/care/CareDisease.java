package org.tsunagu.codes.care;

import java.time.LocalDate;
import java.util.Optional;

/// A disease of a claim (傷病名) as the lists of people see it: what it is, not how it was written.
///
/// @param icd10 code of the underlying disease, dots left out; empty when the master has none
/// @param class121 middle class (中分類), or the bucket of what has none
/// @param lifestyle14 group among the 14 lifestyle diseases (生活習慣病); empty for none
/// @param isSuspected only suspected (疑い): care was sought, the disease is not established
/// @param isMain marked as the main disease (主傷病)
/// @param start day on which care for it began (診療開始日); empty when unreadable
public record CareDisease(
        String icd10,
        String class121,
        String lifestyle14,
        boolean isSuspected,
        boolean isMain,
        Optional<LocalDate> start) {}
