package org.tsunagu.app.worklists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.worklists.Task;
import org.tsunagu.app.worklists.TaskLists;
import org.tsunagu.rules.ReasonTexts;

/// The list as a file, row by row (書き出し). Whoever takes it out says what for.
@Controller
class TaskExportController {

    private final TaskLists lists;
    private final ListExport exports;

    TaskExportController(TaskLists lists, ListExport exports) {
        this.lists = lists;
        this.exports = exports;
    }

    @PostMapping("/tasks/export")
    void export(@RequestParam Map<String, String> fields, HttpServletResponse response) throws IOException {
        var filter = exports.begin(fields, "/tasks/export", "text/csv;charset=UTF-8", "tasks.csv", response);
        if (filter.isEmpty()) {
            return;
        }
        try (var out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8)) {
            // With a mark, or Excel takes the text for another encoding.
            out.write("\ufeff");
            out.write("task_id,kind,name,kana,since,due,owner,reasons,certainty,state,note\r\n");
            lists.each(filter.get(), task -> write(out, task));
        }
    }

    private static void write(OutputStreamWriter out, Task task) {
        var texts = ReasonTexts.in(Locale.JAPANESE);
        try {
            out.write(Csv.line(List.of(
                    Long.toString(task.id()),
                    task.kind().name(),
                    task.name(),
                    task.kana(),
                    task.since().toString(),
                    task.due().toString(),
                    task.ownerName(),
                    String.join(" / ", task.reasons().stream().map(texts::text).toList()),
                    task.certainty().name().toLowerCase(Locale.ROOT),
                    task.state(),
                    task.note())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
