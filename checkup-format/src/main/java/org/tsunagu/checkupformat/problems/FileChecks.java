package org.tsunagu.checkupformat.problems;

import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.problem.Place;

/// The checks of index, summary and settlement files by themselves (単独チェック).
public final class FileChecks {

    /// Checks an index.
    public void check(Index index, Place place, Reporter reporter) {}

    /// Checks a summary.
    public void check(Summary summary, Place place, Reporter reporter) {}

    /// Checks the totals of a settlement file.
    public void check(Claim claim, Place place, Reporter reporter) {}
}
