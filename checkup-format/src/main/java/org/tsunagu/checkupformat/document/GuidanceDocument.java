package org.tsunagu.checkupformat.document;

import java.util.List;
import java.util.stream.Stream;

/// A guidance document (特定保健指導情報ファイル hg08): one person, one time of reporting, as written. [GuidanceCourse] says what
/// it means.
///
/// @param sections in the order written
public record GuidanceDocument(Header header, List<GuidanceSection> sections) implements ReceivedFile {

    @Override
    public String kind() {
        return "hg08";
    }

    /// Every session and every other act of a section, in the order written; also when the section comes several times.
    public Stream<GuidanceAct> acts(String section) {
        return sections.stream()
                .filter(one -> one.code().text().equals(section))
                .flatMap(one -> one.acts().stream());
    }

    /// Whether a section is in the document.
    public boolean has(String section) {
        return sections.stream().anyMatch(one -> one.code().text().equals(section));
    }
}
