package org.tsunagu.letters.pdf;

import java.util.ArrayList;
import java.util.List;

/// One element of the reading order (タグ): what a screen reader says, and as what.
public final class Tag {

    final String type;
    final String entries;
    final List<Tag> children = new ArrayList<>();
    final List<Mark> marks = new ArrayList<>();

    /// Where its content stands.
    record Mark(int page, int number) {}

    private Tag(String type, String entries) {
        this.type = type;
        this.entries = entries;
    }

    /// An element of a standard type: `P`, `H1`, `Table`, `TR`, `TD` and so on.
    public static Tag of(String type) {
        return new Tag(type, "");
    }

    /// A heading of a column or a row of a table.
    public static Tag heading(boolean ofColumn) {
        return new Tag("TH", "/A<</O/Table/Scope/%s>>".formatted(ofColumn ? "Column" : "Row"));
    }

    /// A picture with the words that stand for it.
    public static Tag figure(String words) {
        return new Tag("Figure", "/Alt" + Syntax.text(words));
    }

    /// Adds an element inside this one.
    public Tag add(Tag child) {
        children.add(child);
        return child;
    }
}
