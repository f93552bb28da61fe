package org.tsunagu.synthetic;

/// Hears how far the work is (進捗).
@FunctionalInterface
public interface Progress {
    /// Nobody listens.
    Progress SILENT = (step, done, total) -> {};

    /// Some of the work is done.
    ///
    /// @param step `members`, `archives`, `employers`, `claims`
    void at(String step, long done, long total);
}
