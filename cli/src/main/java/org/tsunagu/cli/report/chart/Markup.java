package org.tsunagu.cli.report.chart;

import java.util.ArrayDeque;
import java.util.Deque;

/// Writes elements and escaped text (マークアップ): whatever stands in a text or an attribute can never become an
/// element, and what was opened is closed.
public final class Markup {

    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    /// Opens an element.
    ///
    /// @param attributes names and values in turn
    public Markup open(String element, String... attributes) {
        tag(element, attributes).append('>');
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
        tag(element, attributes).append("/>");
        return this;
    }

    /// An element that holds only text.
    public Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close();
    }

    /// Text, escaped. Characters that no page may hold show as U+FFFD.
    public Markup text(String text) {
        for (var i = 0; i < text.length(); i++) {
            escape(text.charAt(i));
        }
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

    private StringBuilder tag(String element, String... attributes) {
        out.append('<').append(element);
        for (var i = 0; i < attributes.length; i += 2) {
            out.append(' ').append(attributes[i]).append("=\"");
            text(attributes[i + 1]);
            out.append('"');
        }
        return out;
    }

    private void escape(char character) {
        switch (character) {
            case '&' -> out.append("&amp;");
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\t', '\n' -> out.append(character);
            default -> out.append(Character.isISOControl(character) ? '\uFFFD' : character);
        }
    }
}
