package org.tsunagu.app.intake;

import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.ReceivedFile;

/// Documents whose members are known (文書の本人の確定). Announced within the transaction that says so: who listens does its
/// part in the same transaction or all of it fails. It is never stored, because it holds results.
public record DocumentsMatched(InsurerId insurer, List<Matched<ReceivedFile>> documents) {

    /// A document with its member.
    public record Matched<D extends ReceivedFile>(long documentId, long memberId, D document) {}

    /// Those with results of checkups (健診結果).
    public List<Matched<CheckupDocument>> checkups() {
        return documents.stream().flatMap(one -> of(one, CheckupDocument.class)).toList();
    }

    /// Those about guidance (特定保健指導).
    public List<Matched<GuidanceDocument>> guidance() {
        return documents.stream()
                .flatMap(one -> of(one, GuidanceDocument.class))
                .toList();
    }

    private static <D extends ReceivedFile> Stream<Matched<D>> of(Matched<ReceivedFile> one, Class<D> kind) {
        return kind.isInstance(one.document())
                ? Stream.of(new Matched<>(one.documentId(), one.memberId(), kind.cast(one.document())))
                : Stream.empty();
    }
}
