package org.tsunagu.checkupformat.cda;

import javax.xml.stream.Location;
import org.jspecify.annotations.Nullable;

/// What the parser's refusal means (構文エラー): truncated, not UTF-8, or malformed in some other way.
final class XmlFailure {

    private XmlFailure() {}

    static RefusedXml of(String parserMessage, @Nullable Location location, byte[] bytes) {
        var place = new Places(bytes);
        if (location != null) {
            place.to(location);
        }
        var line = place.line();
        var column = place.column();
        var reason = SyntaxReason.of(parserMessage);
        if (reason.equals(SyntaxReason.END)) {
            return new RefusedXml("XML-TRUNCATED", line, column);
        }
        return reason.equals(SyntaxReason.ENCODING) || !Encodings.isUtf8(bytes)
                ? new RefusedXml("XML-ENCODING", line, column, "actual", "invalid-utf-8")
                : new RefusedXml("XML-SYNTAX", line, column, "reason", reason);
    }
}
