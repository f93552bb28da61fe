package org.tsunagu.letters;

import java.util.List;
import java.util.Map;
import org.tsunagu.letters.layout.Paper;

/// Where to ask (お問い合わせ先), at the end of every letter.
public final class ContactBlock {

    private ContactBlock() {}

    /// Writes it.
    public static void write(Paper paper, Sender from, LetterTexts texts) {
        paper.heading(texts.text("contact.heading"));
        paper.paragraph(
                String.join(" ", List.of(from.name(), from.department())).strip());
        var hours = from.hours().isEmpty() ? "" : texts.text("contact.hours", Map.of("hours", from.hours()));
        paper.paragraph(texts.text("contact.phone", Map.of("phone", from.phone())) + hours);
    }
}
