package org.tsunagu.letters;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsunagu.letters.layout.Paper;

/// A letter of a title and paragraphs with named placeholders (定型文の通知): advice to see a doctor, invitation to
/// guidance. `{name}`, `{date}`, `{insurer}` and `{phone}` are filled from the letter itself.
///
/// @param template title and paragraphs; a paragraph that begins with `- ` is a point of a list
/// @param values values of the other placeholders
public record PlainBody(Template template, Map<String, String> values) implements Body {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z_]+)}");
    private static final String POINT = "- ";

    /// What the insurer wrote (ひな形).
    public record Template(String title, List<String> paragraphs) {

        /// The placeholders in it.
        public List<String> placeholders() {
            return PLACEHOLDER
                    .matcher(title + String.join("", paragraphs))
                    .results()
                    .map(found -> found.group(1))
                    .distinct()
                    .toList();
        }
    }

    @Override
    public void write(Paper paper, Letter letter, LetterTexts texts) {
        var all = new HashMap<>(values);
        all.put("name", letter.to().name());
        all.put("date", texts.date(letter.date()));
        all.put("insurer", letter.from().name());
        all.put("phone", letter.from().phone());
        paper.title(filled(template.title(), all));
        var points = new ArrayList<String>();
        for (var paragraph : template.paragraphs()) {
            if (paragraph.startsWith(POINT)) {
                points.add(filled(paragraph.substring(POINT.length()), all));
            } else {
                list(points, paper);
                paper.paragraph(filled(paragraph, all));
            }
        }
        list(points, paper);
        ContactBlock.write(paper, letter.from(), texts);
    }

    /// Points that follow each other are one list.
    private static void list(List<String> points, Paper paper) {
        if (!points.isEmpty()) {
            paper.list(points);
            points.clear();
        }
    }

    /// A placeholder without a value is a slip of the program, not of the reader.
    private static String filled(String text, Map<String, String> values) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "no value for {%s}, only %s".formatted(found.group(1), values.keySet()));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
