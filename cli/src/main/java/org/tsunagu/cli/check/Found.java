package org.tsunagu.cli.check;

import java.util.Optional;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.problems.DocumentFacts;
import org.tsunagu.rules.Judgement;

/// What a file turned out to be (ファイルの正体). Results are not kept.
sealed interface Found {

    /// Nothing that anything follows from.
    ///
    /// @param isReadable whether there were bytes at all
    record Nothing(boolean isReadable) implements Found {}

    /// A document, read or not: it gets a row in `documents.csv`.
    ///
    /// @param kind `hc08`, `hg08`; empty when it is not known
    /// @param facts empty when it could not be read
    /// @param statusAt where in its row the status is to stand
    record Document(
            String kind, boolean isReadable, Optional<DocumentFacts> facts, Optional<Judgement> judgement, int statusAt)
            implements Found {

        Optional<Header> header() {
            return facts.map(DocumentFacts::header);
        }
    }

    /// An index, a summary or a settlement file.
    record Other(ReceivedFile file) implements Found {}
}
