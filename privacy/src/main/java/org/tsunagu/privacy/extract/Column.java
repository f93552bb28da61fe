package org.tsunagu.privacy.extract;

/// A column of an extract (抽出の列).
///
/// @param role what it can do to somebody
/// @param ladder kind of its [Coarsening]s
public record Column(String name, Role role, String ladder) {

    /// What a column can do to somebody (列の性質).
    public enum Role {
        /// A pseudonymous id.
        ID,
        /// Others may know it of a person and find them by it (準識別子).
        QUASI,
        /// What others would like to learn (機微な値).
        SENSITIVE,
        /// Neither.
        PLAIN
    }
}
