package org.tsunagu.cli.check;

/// Hears how far a run is (点検の進捗).
@FunctionalInterface
public interface CheckProgress {

    /// Some more of the work is done; called often.
    ///
    /// @param documents checked so far
    /// @param bytes of input finished
    /// @param total bytes of input
    void at(long documents, long bytes, long total);
}
