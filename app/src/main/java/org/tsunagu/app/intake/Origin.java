package org.tsunagu.app.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Where a result comes from (結果の出どころ).
public enum Origin {
    /// A checkup of the insurer or of an employer, as the document says (特定健診・事業者健診).
    CHECKUP,
    /// A human dock that the member chose (人間ドック).
    DOCK,
    /// Tests of treatment, used as a checkup with the member's consent (診療における検査データの活用).
    CLINICAL,
    /// Handed over by the former insurer (旧保険者からの引継ぎ); known by the number in the document.
    HANDOVER,
    /// No result: claims of medical care (レセプト), known by their content; the claims module reads them.
    CLAIMS;

    /// What whoever hands in a file can say about it.
    public static final List<Origin> OF_FILES = List.of(CHECKUP, DOCK, CLINICAL);

    /// The one of a name that can be said about a file or a result.
    public static Optional<Origin> ofFile(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name) && OF_FILES.contains(one))
                .findFirst();
    }
}
