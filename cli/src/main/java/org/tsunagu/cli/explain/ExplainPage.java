package org.tsunagu.cli.explain;

import java.io.PrintWriter;
import java.util.List;
import java.util.Set;
import org.tsunagu.cli.explain.Explanations.Found;
import org.tsunagu.cli.text.Language;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.table.Row;

/// Prints what was found in the official tables (根拠の表示): each row with validity, certainty and source.
public final class ExplainPage {

    private static final int MOST_IN_FULL = 3;
    private static final Set<String> AT_THE_END =
            Set.of("row", "effective_from", "effective_to", "certainty", "source");

    private final Words words;
    private final PrintWriter out;
    private final Explanations explanations;

    /// A page on a screen.
    public ExplainPage(Words words, PrintWriter out, Explanations explanations) {
        this.words = words;
        this.out = out;
        this.explanations = explanations;
    }

    /// Prints everything found.
    public void print(Found found) {
        found.check().ifPresent(this::check);
        if (found.items().size() > MOST_IN_FULL) {
            list(found.items());
        } else {
            found.items().forEach(this::item);
        }
        for (var entry : found.rules()) {
            heading(words.text("explain.rules", "table", entry.table()));
            entry.rows().forEach(this::row);
        }
    }

    private void heading(String text) {
        out.println();
        out.println("== " + text);
    }

    private void list(List<Item> items) {
        heading(words.text("explain.items", "count", words.number(items.size())));
        for (var item : items) {
            out.println("%s  %s".formatted(item.code(), name(item)));
        }
    }

    private String name(Item item) {
        return words.language() == Language.JAPANESE ? item.nameJa() : item.nameEn();
    }

    private void item(Item item) {
        heading(words.text("explain.item", "name", name(item)));
        row(item.row());
        var answers = explanations.answers(item);
        if (!answers.isEmpty()) {
            heading(words.text("explain.answers", "system", item.codeSystem()));
            answers.forEach(this::answer);
        }
    }

    private void answer(Row row) {
        out.println("  %s  %s  [%s]".formatted(row.text("code"), row.text(answerName(row)), validity(row)));
    }

    private String answerName(Row row) {
        var name = words.language() == Language.JAPANESE ? "name_ja" : "name_en";
        return row.has(name) ? name : "code";
    }

    private void check(Explanations.Check check) {
        var row = check.row();
        heading(words.text("explain.check", "check", row.key()));
        row(row);
        for (var language : Language.values()) {
            var sentence = check.texts().apply(language.locale()).messages().text(row.key());
            field(words.text("explain.message"), sentence);
        }
    }

    private void row(Row row) {
        out.println("%s:%s".formatted(row.table(), row.key()));
        for (var i = 0; i < row.header().size(); i++) {
            var column = row.header().get(i);
            var cell = row.cells().get(i);
            if (!AT_THE_END.contains(column) && !cell.isEmpty()) {
                field(column, cell);
            }
        }
        field(words.text("explain.validity"), validity(row));
        var certainty = row.text("certainty");
        field(words.text("explain.certainty"), "%s (%s)".formatted(words.text("certainty." + certainty), certainty));
        field(words.text("explain.source"), row.text("source"));
    }

    private void field(String name, String value) {
        out.println("    %s: %s".formatted(name, value));
    }

    private String validity(Row row) {
        var from = row.text("effective_from");
        var to = row.text("effective_to");
        return from.isEmpty() && to.isEmpty()
                ? words.text("explain.always")
                : words.text("explain.fromTo", "from", from, "to", to);
    }
}
