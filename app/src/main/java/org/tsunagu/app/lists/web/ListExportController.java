package org.tsunagu.app.lists.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.tsunagu.app.access.Purpose;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.lists.ListEntry;
import org.tsunagu.app.lists.PeopleLists;
import org.tsunagu.app.lists.PeopleLists.Query;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.rules.ReasonTexts;

/// A list as a file, row by row (書き出し). Whoever takes it out says what for.
@Controller
class ListExportController {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int MOST_CHARACTERS = 32_767;
    private static final List<String> HEADINGS = List.of(
            "list",
            "month",
            "member_id",
            "name",
            "kana",
            "birth",
            "on_list",
            "since",
            "labels",
            "reasons",
            "certainty",
            "contact",
            "doctor");

    private final PeopleLists lists;
    private final Selected selected;
    private final Audit audit;

    ListExportController(PeopleLists lists, Selected selected, Audit audit) {
        this.lists = lists;
        this.selected = selected;
        this.audit = audit;
    }

    @PostMapping("/lists/{list:[A-Z0-9-]+}/export")
    void csv(@PathVariable String list, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var of = selected.list(list, fields);
        var query = begin(of, fields, response);
        if (query.isEmpty()) {
            return;
        }
        try (var out = Csv.download(response, "list.csv")) {
            out.write(Csv.line(HEADINGS));
            lists.each(query.get(), entry -> {
                try {
                    out.write(Csv.line(cells(of, entry)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @PostMapping("/lists/{list:[A-Z0-9-]+}/excel")
    void excel(@PathVariable String list, @RequestParam Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var of = selected.list(list, fields);
        var query = begin(of, fields, response);
        if (query.isEmpty()) {
            return;
        }
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader("Content-Disposition", "attachment; filename=\"list.xlsx\"");
        response.setHeader("Cache-Control", "no-store");
        var book = new Workbook(response.getOutputStream(), "Tsunagu", "1.0");
        var sheet = book.newWorksheet(list);
        sheet.freezePane(0, 1);
        row(sheet, 0, HEADINGS);
        var rows = new AtomicInteger();
        lists.each(query.get(), entry -> {
            row(sheet, rows.incrementAndGet(), cells(of, entry));
            if (rows.get() % ROWS_IN_MEMORY == 0) {
                flush(sheet);
            }
        });
        sheet.finish();
        book.finish();
    }

    /// Every cell is text: nothing becomes a formula.
    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            var text = cells.get(column);
            sheet.inlineString(
                    row, column, text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text);
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The purpose is asked for, and the ledger names everybody.
    private Optional<Query> begin(MadeList of, Map<String, String> fields, HttpServletResponse response)
            throws IOException {
        var key = of.list().row().key();
        var query = Query.of(of.build().id(), key, fields);
        var purpose = Purpose.stated(fields.getOrDefault("purpose", ""), fields.getOrDefault("purposeWords", ""));
        if (purpose.isEmpty()) {
            response.sendRedirect(query.asked().at("/lists/" + key, "lists.problem.purpose"));
            return Optional.empty();
        }
        var people = lists.people(query);
        audit.note(
                new Look(
                        Look.Kind.EXPORT,
                        "list",
                        0,
                        purpose.get(),
                        Look.OWN_WORK,
                        "/lists/export",
                        "%s of %s, %d people, %s"
                                .formatted(
                                        key,
                                        of.build().month(),
                                        people.size(),
                                        query.asked().parameters())),
                people);
        return Optional.of(query);
    }

    private static List<String> cells(MadeList of, ListEntry entry) {
        var texts = ReasonTexts.in(Locale.JAPANESE);
        var cells = new ArrayList<String>();
        cells.add(of.list().row().text("name_ja"));
        cells.add(of.build().month().toString());
        cells.add(Long.toString(entry.memberId()));
        cells.add(entry.name());
        cells.add(entry.kana());
        cells.add(entry.birth().toString());
        cells.add(Boolean.toString(entry.isOn()));
        cells.add(entry.since()
                .map(day -> java.time.YearMonth.from(day).toString())
                .orElse(""));
        cells.add(String.join(
                " / ",
                entry.labels().stream()
                        .map(label -> label.facts().getOrDefault("name_ja", ""))
                        .toList()));
        cells.add(String.join(
                " / ", entry.reasons().stream().map(texts::text).distinct().toList()));
        cells.add(entry.certainty().name().toLowerCase(Locale.ROOT));
        cells.add(entry.contact());
        cells.add(entry.doctor());
        return cells;
    }
}
