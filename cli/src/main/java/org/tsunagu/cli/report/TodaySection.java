package org.tsunagu.cli.report;

import java.util.List;
import org.tsunagu.charts.Markup;
import org.tsunagu.charts.Numbers;

/// The lists to act on (今日やること).
record TodaySection(Wording wording, Todos todos) implements Section {

    @Override
    public String id() {
        return "today";
    }

    @Override
    public void write(Markup html) {
        html.leaf("p", wording.text("today.lead"));
        if (todos.hasMonths()) {
            var from = wording.month(todos.firstMonth());
            var to = wording.month(todos.lastMonth());
            html.leaf("p", wording.text("today.scope", "from", from, "to", to), "class", "note");
        }
        overview(html);
        for (var task : Task.values()) {
            list(html, task);
        }
    }

    private void overview(Markup html) {
        html.open("ol", "class", "tasks");
        for (var task : Task.values()) {
            html.open("li")
                    .open("a", "href", "#task-" + task)
                    .leaf("span", wording.text("task." + task + ".title"), "class", "task-name")
                    .text(" ")
                    .leaf("span", wording.count("today.count", count(task)), "class", "task-count")
                    .close()
                    .close();
        }
        html.close();
    }

    private long count(Task task) {
        return todos.count(task) + (task == Task.RETURN ? todos.refusedFiles().size() : 0);
    }

    private void list(Markup html, Task task) {
        var shown = todos.shown(task);
        html.open("article", "id", "task-" + task, "class", "task")
                .leaf("h3", wording.text("task." + task + ".title"))
                .leaf("p", wording.text("task." + task + ".what"));
        html.leaf("p", amount(task, shown.size()), "class", "amount");
        if (todos.earlier(task) > 0) {
            html.leaf("p", wording.count("today.earlier", todos.earlier(task)), "class", "note");
        }
        if (!shown.isEmpty()) {
            new TodoTable(wording, task).write(html, shown);
        }
        if (task == Task.RETURN) {
            refusedFiles(html);
        }
        html.close();
    }

    private String amount(Task task, int shown) {
        var all = todos.count(task);
        if (all == 0) {
            return wording.text("today.nothing");
        }
        if (shown >= all) {
            return wording.count("today.all", all);
        }
        return wording.text(
                "today.more",
                "count",
                Numbers.count(all),
                "shown",
                Numbers.count(shown),
                "more",
                Numbers.count(all - shown),
                "where",
                wording.text("task." + task + ".where", "classes", String.join(", ", todos.urgentClasses())));
    }

    private void refusedFiles(Markup html) {
        var files = todos.refusedFiles();
        if (files.isEmpty()) {
            return;
        }
        var shown = Math.min(files.size(), Task.RETURN.shown());
        var table = new Grid(
                "refused-table",
                wording.text(
                        "today.refused.caption", "count", Numbers.count(files.size()), "shown", Numbers.count(shown)),
                List.of(wording.text("column.file"), wording.text("column.why"), wording.text("column.check")));
        files.stream()
                .limit(shown)
                .forEach(problem -> table.row(
                        Clipped.path(problem.place().file()), Clipped.path(wording.problem(problem)), problem.code()));
        table.write(html);
    }
}
