package org.tsunagu.letters.report;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

/// A document from its title to its last table (計画書の全文), the same for every form in which it is written.
///
/// @param cover lines under the title: time it is for, day
/// @param author whose document it is
/// @param foot what stands at the foot of every page beside its number
/// @param created moment that the file names as its own
public record Report(
        String title,
        List<String> cover,
        String author,
        String foot,
        Locale language,
        Instant created,
        List<Block> blocks) {

    /// Copies the lists.
    public Report {
        cover = List.copyOf(cover);
        blocks = List.copyOf(blocks);
    }

    /// Its headings, in order: the table of contents (目次).
    public List<Block.Heading> headings() {
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .toList();
    }
}
