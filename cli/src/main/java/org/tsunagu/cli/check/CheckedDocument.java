package org.tsunagu.cli.check;

import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.rules.Judgement;

/// One document after all checks (点検済みの書類).
public record CheckedDocument(
        String archive,
        String entry,
        String kind,
        Status status,
        Optional<Header> header,
        Optional<Judgement> judgement,
        List<Problem> problems) {

    /// What becomes of a document (受付区分).
    public enum Status {
        ACCEPTED,
        WARNED,
        REJECTED
    }
}
