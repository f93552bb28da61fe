package org.tsunagu.cli.claims;

import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.FileSummary;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.codes.problem.Problem;

/// Hears of everything a run reads, in order and in one thread (読み取りの受け手): the report, for example.
public interface ClaimsListener {

    /// A claim that was taken; those that do not count, too.
    void claim(ClaimFile file, Claim claim);

    /// A finding.
    void problem(Problem problem);

    /// The end of a file.
    void file(ClaimFile file, FileSummary summary);
}
