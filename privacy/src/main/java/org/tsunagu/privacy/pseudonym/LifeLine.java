package org.tsunagu.privacy.pseudonym;

import java.util.List;

/// One person over insurers and years (一人の方の経過).
///
/// @param people the rows of registers that are this person, the oldest first
/// @param basis what they were joined by
public record LifeLine(List<Enrolled> people, Basis basis) {

    /// What rows of registers were joined by (名寄せの根拠).
    public enum Basis {
        /// One row alone.
        SINGLE,
        /// A number they share.
        NUMBER,
        /// Name in kana, birth date and sex, which mean one row only at each insurer: likely, never certain.
        NAME
    }

    /// What the id of the person is made of: the oldest number of all; an empty one when there is none.
    public InsuredIdentity oldest() {
        return people.stream()
                .flatMap(person -> person.numbers().stream())
                .filter(InsuredIdentity::isGiven)
                .findFirst()
                .orElse(new InsuredIdentity("", "", "", ""));
    }
}
