package org.tsunagu.checkupformat.document;

/// A guidance document (特定保健指導情報ファイル hg08), of which only the header is read so far.
public record GuidanceDocument(Header header) implements ReceivedFile {

    @Override
    public String kind() {
        return "hg08";
    }
}
