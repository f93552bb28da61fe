package org.tsunagu.app.intake;

import java.util.List;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.EntryKind;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.problems.DocumentFacts;
import org.tsunagu.codes.problem.Problem;

/// An entry as it was read (読み取った1件).
///
/// @param file empty when it could not be read
/// @param problems everything wrong with it, also what only the whole archive showed
record Received(String entry, EntryKind kind, Optional<ReceivedFile> file, List<Problem> problems) {

    Optional<CheckupDocument> checkup() {
        return file.filter(CheckupDocument.class::isInstance).map(CheckupDocument.class::cast);
    }

    /// A document about a person: a checkup or guidance.
    Optional<ReceivedFile> document() {
        return file.filter(read -> header().isPresent());
    }

    Optional<GuidanceDocument> guidance() {
        return file.filter(GuidanceDocument.class::isInstance).map(GuidanceDocument.class::cast);
    }

    Optional<DocumentFacts> facts() {
        return file.flatMap(read -> switch (read) {
            case CheckupDocument document -> Optional.of(DocumentFacts.of(document));
            case GuidanceDocument document -> Optional.of(DocumentFacts.of(document));
            default -> Optional.empty();
        });
    }

    Optional<Header> header() {
        return file.flatMap(read -> switch (read) {
            case CheckupDocument document -> Optional.of(document.header());
            case GuidanceDocument document -> Optional.of(document.header());
            default -> Optional.empty();
        });
    }

    Optional<Claim> claim() {
        return file.filter(Claim.class::isInstance).map(Claim.class::cast);
    }

    /// Whether it is a settlement file in its place.
    boolean isClaim() {
        return kind == EntryKind.CLAIMS && claim().isPresent();
    }

    /// Whether it is, or was meant to be, a document about a person.
    boolean isDocument() {
        return header().isPresent() || (file.isEmpty() && kind == EntryKind.DATA);
    }

    boolean isRefused() {
        return header().isEmpty()
                || problems.stream().anyMatch(problem -> problem.severity().refuses());
    }
}
