package org.tsunagu.checkupformat.cda;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Map.Entry;

/// What is wrong with malformed XML in a word (構文エラーの種類). The parser's own message is not shown: it quotes the
/// document.
final class SyntaxReason {

    /// The XML ends before it is complete.
    static final String END = "end-of-input";

    /// Bytes that are not UTF-8.
    static final String ENCODING = "encoding";

    private static final Map<String, String> WORDS = words();

    private SyntaxReason() {}

    static String of(String parserMessage) {
        var message = parserMessage.toLowerCase(Locale.ROOT);
        for (Entry<String, String> word : WORDS.entrySet()) {
            if (message.contains(word.getKey())) {
                return word.getValue();
            }
        }
        return "not-well-formed";
    }

    private static Map<String, String> words() {
        var words = new LinkedHashMap<String, String>();
        words.put("end-of-input", END);
        words.put("invalid utf-8", ENCODING);
        words.put("unexpected end tag", "end-tag-mismatch");
        words.put("unexpected end element", "end-tag-mismatch");
        words.put("second root element", "second-root-element");
        words.put("duplicate", "duplicate-attribute");
        words.put("unbound namespace prefix", "unbound-prefix");
        words.put("namespace declaration", "namespace-declaration");
        words.put("general entity", "undeclared-entity");
        words.put("entity", "bad-character-reference");
        words.put("missing closing '>'", "unclosed-tag");
        words.put("character", "illegal-character");
        words.put("white space", "illegal-character");
        return words;
    }
}
