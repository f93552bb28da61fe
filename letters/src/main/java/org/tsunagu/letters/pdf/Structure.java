package org.tsunagu.letters.pdf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Writes the reading order of one letter (文書構造): its elements, and for each page which mark belongs to which.
final class Structure {

    private final PdfFile file;
    private final Sheets letter;
    private final List<Integer> pages;
    private final List<Integer> parents;
    private final List<int[]> owners = new ArrayList<>();

    Structure(PdfFile file, Sheets letter, List<Integer> pages, List<Integer> parents) {
        this.file = file;
        this.letter = letter;
        this.pages = pages;
        this.parents = parents;
    }

    /// Writes everything; gives the number of the element that holds the letter.
    int write(int parent) throws IOException {
        letter.pages().forEach(sheet -> owners.add(new int[sheet.marks()]));
        var number = write(letter.root(), parent);
        for (var owner : owners) {
            var array = file.reserve();
            var list = Arrays.stream(owner).boxed().toList();
            file.put(array, "[" + LetterPdf.references(list) + "]");
            parents.add(array);
        }
        return number;
    }

    private int write(Tag tag, int parent) throws IOException {
        var number = file.reserve();
        var kids = new StringBuilder();
        for (var mark : tag.marks) {
            owners.get(mark.page())[mark.number()] = number;
            if (mark.page() == tag.marks.getFirst().page()) {
                kids.append(mark.number()).append(' ');
            } else {
                var page = pages.get(mark.page());
                kids.append("<</Type/MCR/Pg %d 0 R/MCID %d>>".formatted(page, mark.number()));
            }
        }
        for (var child : tag.children) {
            kids.append(write(child, number)).append(" 0 R ");
        }
        var body = new StringBuilder("<</Type/StructElem/S/").append(tag.type);
        body.append("/P ").append(parent).append(" 0 R").append(tag.entries);
        if (!tag.marks.isEmpty()) {
            body.append("/Pg ").append(pages.get(tag.marks.getFirst().page())).append(" 0 R");
        }
        file.put(number, body.append("/K[").append(kids).append("]>>").toString());
        return number;
    }
}
