package org.tsunagu.letters.pdf;

import java.util.ArrayList;
import java.util.List;

/// The pages of one letter while it is written, and its reading order (一通分の紙面).
public final class Sheets {

    private final FontSet fonts;
    private final List<Sheet> pages = new ArrayList<>();
    private final Tag root = Tag.of("Sect");

    /// A letter without a page.
    public Sheets(FontSet fonts) {
        this.fonts = fonts;
    }

    /// The fonts it is written with.
    public FontSet fonts() {
        return fonts;
    }

    /// Begins the next page.
    public Sheet turn() {
        pages.add(new Sheet(fonts));
        return pages.getLast();
    }

    /// The pages so far.
    public List<Sheet> pages() {
        return List.copyOf(pages);
    }

    /// The element that holds all others.
    public Tag root() {
        return root;
    }

    /// Begins content of an element on the last page; [Sheet#end] ends it.
    public Sheet begin(Tag tag) {
        var sheet = pages.getLast();
        tag.marks.add(new Tag.Mark(pages.size() - 1, sheet.begin(tag.type)));
        return sheet;
    }
}
