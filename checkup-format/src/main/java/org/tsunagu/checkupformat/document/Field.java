package org.tsunagu.checkupformat.document;

/// One text of a document as written, with its place (記載値). Reading never rejects: dates, numbers and codes stay text
/// until a check looks at them.
///
/// @param text as written; empty when the element or attribute is there without content
/// @param line from 1; 0 when the element is not there at all
/// @param column from 1; 0 when the element is not there at all
public record Field(String text, int line, int column) {

    /// The element is not in the document.
    public static final Field ABSENT = new Field("", 0, 0);

    /// A value that was not read from a file.
    public static Field of(String text) {
        return new Field(text, 1, 1);
    }

    /// Whether the element is in the document.
    public boolean isThere() {
        return line > 0;
    }

    /// Whether there is nothing to read: no element, or an empty one.
    public boolean isEmpty() {
        return text.isEmpty();
    }
}
