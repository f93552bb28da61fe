package org.tsunagu.charts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// Writes elements and escaped text (マークアップ): whatever stands in a text or an attribute can never become an
/// element, and what was opened is closed.
public final class Markup {

    private static final int LAST_BEFORE_SURROGATES = 0xD7FF;
    private static final int FIRST_AFTER_SURROGATES = 0xE000;
    private static final int LAST_OF_PLANE = 0xFFFD;
    private static final int C1_CONTROLS_END = 0xA0;
    private static final int DELETE = 0x7F;
    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Nothing written yet.
    public Markup() {}

    /// Opens an element; attributes are names and values in turn.
    public Markup open(String element, String... attributes) {
        return open(element, List.of(attributes));
    }

    /// Opens an element; attributes are names and values in turn.
    public Markup open(String element, List<String> attributes) {
        tag(element, attributes);
        out.append('>');
        open.push(element);
        return this;
    }

    /// Closes the element opened last.
    public Markup close() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    /// An element without content.
    public Markup empty(String element, String... attributes) {
        return empty(element, List.of(attributes));
    }

    /// An element without content.
    public Markup empty(String element, List<String> attributes) {
        tag(element, attributes);
        out.append("/>");
        return this;
    }

    /// An element that holds only text.
    public Markup leaf(String element, String text, String... attributes) {
        return leaf(element, text, List.of(attributes));
    }

    /// An element that holds only text.
    public Markup leaf(String element, String text, List<String> attributes) {
        return open(element, attributes).text(text).close();
    }

    /// Text, escaped. What no XML document may hold shows as U+FFFD.
    public Markup text(String text) {
        text.codePoints().forEach(this::escape);
        return this;
    }

    /// Markup of our own that is already whole: a chart, a style sheet, the document type.
    public Markup add(String whole) {
        out.append(whole);
        return this;
    }

    /// What was written.
    ///
    /// @throws IllegalStateException if an element is still open
    public String whole() {
        if (!open.isEmpty()) {
            throw new IllegalStateException("still open: " + open);
        }
        return out.toString();
    }

    private void tag(String element, List<String> attributes) {
        out.append('<').append(element);
        for (var i = 0; i < attributes.size(); i += 2) {
            out.append(' ').append(attributes.get(i)).append("=\"");
            text(attributes.get(i + 1));
            out.append('"');
        }
    }

    private void escape(int character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\t', '\n' -> out.append((char) character);
            default -> out.appendCodePoint(isAllowed(character) ? character : REPLACEMENT);
        }
    }

    private static boolean isAllowed(int character) {
        var isControl = character < ' ' || (character >= DELETE && character < C1_CONTROLS_END);
        var isSurrogate = character > LAST_BEFORE_SURROGATES && character < FIRST_AFTER_SURROGATES;
        var isNonCharacter = character > LAST_OF_PLANE && character <= Character.MAX_VALUE;
        return !isControl && !isSurrogate && !isNonCharacter;
    }
}
