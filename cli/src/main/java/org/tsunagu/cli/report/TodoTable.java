package org.tsunagu.cli.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;
import org.tsunagu.rules.feedback.Feedback;

/// One list of people or documents as a table (対象者の表); on a phone each line becomes a card. The roles are written
/// out because a table that is laid out otherwise is no table to some screen readers.
record TodoTable(Wording wording, Task task) {

    private static final int MOST_REASONS = 6;
    private static final List<String> COLUMNS =
            List.of("insured", "name", "sex", "age", "examDay", "why", "institution", "file");

    void write(Markup html, List<Todo> todos) {
        html.open("table", "class", "people", "role", "table", "aria-labelledby", "task-" + task + "-caption")
                .leaf("caption", wording.text("task." + task + ".title"), "id", "task-" + task + "-caption")
                .open("thead", "role", "rowgroup")
                .open("tr", "role", "row");
        COLUMNS.forEach(
                column -> html.leaf("th", wording.text("column." + column), "scope", "col", "role", "columnheader"));
        html.close().close().open("tbody", "role", "rowgroup");
        todos.forEach(todo -> row(html, todo));
        html.close().close();
    }

    private void row(Markup html, Todo todo) {
        html.add("\n").open("tr", "role", "row");
        html.open("th", "scope", "row", "role", "rowheader", "data-label", wording.text("column.insured"))
                .text(orNothing(todo.person().insured()))
                .close();
        japanese(html, "name").text(orNothing(todo.person().name())).close();
        cell(html, "sex").text(wording.person(todo.person().sex())).close();
        cell(html, "age")
                .text(todo.age().map(String::valueOf).orElse(Numbers.NOTHING))
                .close();
        cell(html, "examDay").text(todo.examDay().map(LocalDate::toString).orElse(Numbers.NOTHING));
        html.leaf("span", todo.examDay().map(wording::era).orElse(""), "class", "code")
                .close();
        why(html, todo);
        japanese(html, "institution").text(orNothing(todo.institution().name()));
        html.leaf("span", todo.institution().number(), "class", "code").close();
        cell(html, "file").text(fileName(todo.archive()));
        html.leaf("span", fileName(todo.entry()), "class", "code").close();
        html.close();
    }

    private Markup cell(Markup html, String column) {
        return html.open("td", "role", "cell", "class", column, "data-label", wording.text("column." + column));
    }

    /// A cell with a name, which is Japanese in every language of the page.
    private Markup japanese(Markup html, String column) {
        var label = wording.text("column." + column);
        return html.open("td", "role", "cell", "class", column, "data-label", label, "lang", "ja");
    }

    private void why(Markup html, Todo todo) {
        var sentences = sentences(todo);
        cell(html, "why").open("ul");
        sentences.stream().limit(MOST_REASONS).forEach(sentence -> html.leaf("li", Clipped.path(sentence)));
        if (sentences.size() > MOST_REASONS) {
            html.leaf("li", wording.count("today.reasons.more", sentences.size() - MOST_REASONS));
        }
        html.close().close();
    }

    private List<String> sentences(Todo todo) {
        var sentences = new ArrayList<String>();
        if (todo.isReturned() && task != Task.RETURN) {
            sentences.add(wording.text("today.reason.returned"));
        }
        todo.feedback().stream().map(this::advice).forEach(sentences::add);
        todo.reasons().stream().map(wording.reasons()::text).distinct().forEach(sentences::add);
        todo.missing().stream()
                .map(wording.reasons()::variable)
                .distinct()
                .map(name -> wording.text("today.reason.missing", "name", name))
                .forEach(sentences::add);
        todo.problems().stream().map(wording::problem).forEach(sentences::add);
        return sentences;
    }

    /// The value that decided and the official class it leads to.
    private String advice(Feedback feedback) {
        var texts = wording.reasons();
        return wording.text(
                "today.reason.advice", "reason", texts.text(feedback.reason()), "advice", texts.label(feedback));
    }

    /// The folders stand in the CSV files; here they would fill the page.
    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String orNothing(String text) {
        return text.isEmpty() ? Numbers.NOTHING : text;
    }
}
