package org.tsunagu.app.worklists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.view.RedirectView;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.ui.FileNames;
import org.tsunagu.app.ui.NotFound;
import org.tsunagu.app.ui.Page;
import org.tsunagu.app.worklists.TaskWorkbook;
import org.tsunagu.app.worklists.Upload;
import org.tsunagu.app.worklists.Uploads;

/// The Excel round trip (Excelでの往復): out, edited elsewhere, in again, looked at, confirmed.
@Controller
public class TaskExcelController {

    private static final int SHOWN = 500;
    private static final long MOST_BYTES = 50L << 20;

    private final ListExport exports;
    private final TaskWorkbook workbook;
    private final Uploads uploads;
    private final Audit audit;

    TaskExcelController(ListExport exports, TaskWorkbook workbook, Uploads uploads, Audit audit) {
        this.exports = exports;
        this.workbook = workbook;
        this.uploads = uploads;
        this.audit = audit;
    }

    /// What the page shows (画面の内容).
    ///
    /// @param problem key of what was wrong with a workbook; empty for nothing
    public record FormContent(String problem) {}

    /// What the page shows (画面の内容).
    public record DiffContent(Upload upload) {}

    @GetMapping("/tasks/excel")
    View form() {
        return Page.of("worklists/excel", new FormContent(""));
    }

    @PostMapping("/tasks/excel/export")
    void export(@RequestParam Map<String, String> fields, HttpServletResponse response) throws IOException {
        var filter = exports.begin(
                fields,
                "/tasks/excel",
                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                "tasks.xlsx",
                response);
        if (filter.isPresent()) {
            workbook.write(filter.get(), response.getOutputStream());
        }
    }

    @PostMapping("/tasks/excel")
    View upload(@RequestParam("file") MultipartFile file) throws IOException {
        if (file.isEmpty()) {
            return Page.refused("worklists/excel", new FormContent("worklists.excel.problem.none"));
        }
        if (file.getSize() > MOST_BYTES) {
            return Page.refused("worklists/excel", new FormContent("worklists.excel.problem.large"));
        }
        var kept = Files.createTempFile("tasks", ".xlsx");
        try {
            file.transferTo(kept);
            var read = uploads.read(kept, FileNames.of(file));
            if (!read.problem().isEmpty()) {
                return Page.refused("worklists/excel", new FormContent(read.problem()));
            }
            audit.note(Look.changed(0, "task", "/tasks/excel", "upload %d read".formatted(read.upload())));
            return new RedirectView("/tasks/excel/" + read.upload());
        } finally {
            Files.deleteIfExists(kept);
        }
    }

    @GetMapping("/tasks/excel/{id:[0-9]+}")
    View diff(@PathVariable long id) {
        var upload = uploads.find(id, SHOWN).orElseThrow(NotFound::new);
        audit.note(upload.lines().stream()
                .filter(line -> line.memberId() != 0)
                .map(line -> Look.listed(line.memberId(), "task", "/tasks/excel"))
                .toList());
        return Page.of("worklists/diff", new DiffContent(upload));
    }

    @PostMapping("/tasks/excel/{id:[0-9]+}")
    View take(@PathVariable long id, @RequestParam String action) {
        if (action.equals("cancel")) {
            uploads.cancel(id);
            return new RedirectView("/tasks/excel");
        }
        var taken = uploads.take(id);
        audit.note(
                Look.changed(0, "task", "/tasks/excel", "upload %d, %d tasks".formatted(id, taken)),
                taken == 0 ? List.of() : uploads.people(id));
        return new RedirectView("/tasks/excel/%d?notice=worklists.excel.taken".formatted(id));
    }
}
