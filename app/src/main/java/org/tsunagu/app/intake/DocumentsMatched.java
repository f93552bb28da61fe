package org.tsunagu.app.intake;

import java.util.List;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// Documents whose members are known (健診結果の確定). Announced within the transaction that says so: who listens does its
/// part in the same transaction or all of it fails. It is never stored, because it holds results.
public record DocumentsMatched(InsurerId insurer, List<Matched> documents) {

    /// A document with its member.
    public record Matched(long documentId, long memberId, CheckupDocument document) {}
}
