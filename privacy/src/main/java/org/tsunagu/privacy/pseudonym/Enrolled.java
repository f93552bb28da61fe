package org.tsunagu.privacy.pseudonym;

import java.time.LocalDate;
import java.util.List;

/// A person in the register of one insurer (資格の記録).
///
/// @param key of the register, unique over all insurers
/// @param numbers every number the person had there, the oldest first
/// @param since first day of the oldest number
/// @param kana name made comparable; empty when it is not known
/// @param birth `19700131`; empty when it is not known
/// @param sex `1` or `2`
public record Enrolled(
        String key, List<InsuredIdentity> numbers, LocalDate since, String kana, String birth, String sex) {

    /// Keeps its own copy.
    public Enrolled {
        numbers = List.copyOf(numbers);
    }

    /// Name, birth date and sex together; empty when one of them is missing.
    String nameKey() {
        return kana.isEmpty() || birth.isEmpty() || sex.isEmpty() ? "" : String.join("|", kana, birth, sex);
    }

    /// The insurer of the oldest number; empty without one.
    String insurer() {
        return numbers.isEmpty() ? "" : numbers.getFirst().insurer();
    }
}
