package org.tsunagu.checkupformat.problems;

import java.util.function.Consumer;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.problem.Place;

/// The checks of one archive as a whole (アーカイブの受付チェック).
public final class ArchiveChecks implements AutoCloseable {

    /// Begins an archive.
    public ArchiveChecks(
            String shownName, String fileName, long entries, ReceptionContext context, Reporter reporter) {}

    /// Walks all names.
    public void names(Consumer<Consumer<String>> allNames) {}

    /// At the turn of an entry in DATA or CLAIMS.
    public void entry(String name, Place place) {}

    /// The index.
    public void index(Index index, Place place) {}

    /// The summary.
    public void summary(Summary summary, Place place) {}

    /// A settlement file.
    public void claim(Claim claim, Place place) {}

    /// A document.
    public void document(Header header, String kind, Place place) {}

    /// Everything was seen.
    public void finish() {}

    @Override
    public void close() {}
}
