package org.tsunagu.cli.check;

import org.tsunagu.codes.problem.Problem;

/// Hears of everything a run finds, in order and in one thread (結果の受け手): the report, for example.
public interface CheckListener {

    /// A document after all checks.
    void document(CheckedDocument document);

    /// A problem of an archive, an index, a summary or a settlement file.
    void fileProblem(Problem problem);
}
