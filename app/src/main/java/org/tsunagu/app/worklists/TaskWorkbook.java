package org.tsunagu.app.worklists;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.tsunagu.app.access.Actors;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;
import org.tsunagu.rules.ReasonTexts;

/// Writes a list as a workbook that may be edited and handed in again (Excelへの書き出し). Every cell is text: nothing
/// becomes a formula and no day another day. Rows are streamed.
@Service
public class TaskWorkbook {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int MOST_CHARACTERS = 32_767;
    private static final double[] WIDTHS = {10, 22, 16, 18, 12, 60, 14, 16, 10, 40};

    private final JdbcClient jdbc;
    private final TenantTransactions transactions;
    private final TaskLists lists;

    TaskWorkbook(JdbcClient jdbc, TenantTransactions transactions, TaskLists lists) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.lists = lists;
    }

    /// Writes the tasks of a list.
    public void write(TaskFilter filter, OutputStream out) throws IOException {
        var export = UUID.randomUUID();
        register(export, filter);
        var texts = Texts.in(Language.JAPANESE);
        var book = new Workbook(out, "Tsunagu", "1.0");
        var sheet = book.newWorksheet(texts.text("worklists.title"));
        for (var column = 0; column < TaskSheet.COLUMNS; column++) {
            sheet.width(column, WIDTHS[column]);
        }
        for (var column = TaskSheet.DUE; column <= TaskSheet.NOTE; column++) {
            sheet.style(column).format("@").set();
        }
        sheet.hideColumn(TaskSheet.KEY);
        sheet.freezePane(0, 1);
        row(sheet, 0, TaskSheet.headings(export));
        var rows = new AtomicInteger();
        lists.each(filter, task -> {
            row(sheet, rows.incrementAndGet(), cells(task, texts));
            if (rows.get() % ROWS_IN_MEMORY == 0) {
                flush(sheet);
            }
        });
        sheet.range(1, TaskSheet.STATE, Math.max(1, rows.get()), TaskSheet.STATE)
                .validateWithListByFormula(
                        '"' + String.join(",", TaskSheet.words().values()) + '"');
        sheet.finish();
        book.finish();
    }

    private void register(UUID export, TaskFilter filter) {
        var actor = Actors.current();
        transactions.inCurrent(
                () -> jdbc.sql("insert into worklists.export (id, insurer_id, staff_id, staff_name, parameters)"
                                + " values (:id, :insurer, :staff, :name, :parameters)")
                        .param("id", export)
                        .param("insurer", actor.insurer().id().value())
                        .param("staff", actor.id())
                        .param("name", actor.name())
                        .param("parameters", filter.query().parameters())
                        .update());
    }

    private static List<String> cells(Task task, Texts texts) {
        var reasons = ReasonTexts.in(Locale.JAPANESE);
        var edited = TaskSheet.cells(task);
        return List.of(
                TaskSheet.key(task),
                texts.text("worklists.kind." + task.kind()),
                task.memberId() == 0 ? task.subject() : task.name(),
                task.kana(),
                task.since().toString(),
                String.join(
                        " / ",
                        task.reasons().stream().map(reasons::text).distinct().toList()),
                edited.due(),
                edited.owner(),
                edited.state(),
                edited.note());
    }

    private static void row(Worksheet sheet, int row, List<String> cells) {
        for (var column = 0; column < cells.size(); column++) {
            var text = cells.get(column);
            sheet.inlineString(
                    row, column, text.length() > MOST_CHARACTERS ? text.substring(0, MOST_CHARACTERS) : text);
            if (row > 0 && column >= TaskSheet.DUE) {
                sheet.style(row, column).format("@").set();
            }
        }
    }

    private static void flush(Worksheet sheet) {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
