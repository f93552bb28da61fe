package org.tsunagu.app.worklists;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.worklists.TaskChanges.Seen;
import org.tsunagu.app.worklists.TaskChanges.Wanted;

/// A list goes out as a workbook, is edited by others and comes back.
@ExtendWith(Office.Extension.class)
class ExcelTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @TempDir
    Path folder;

    private Path exported(Office office, Insurer insurer, String address) throws IOException {
        var file = Files.createTempFile(folder, "tasks", ".xlsx");
        office.as(insurer, Role.CLERK, () -> {
            try (var out = Files.newOutputStream(file)) {
                var filter = office.bean(TaskLists.class).filter(TaskQuery.read(address));
                office.bean(TaskWorkbook.class).write(filter, out);
            }
            return "";
        });
        return file;
    }

    private static List<Row> rows(Path file) throws IOException {
        try (var book = new ReadableWorkbook(file.toFile())) {
            return book.getFirstSheet().read();
        }
    }

    /// The same workbook as somebody else's program would save it, with cells changed.
    private Path edited(Path file, BiConsumer<Worksheet, List<Row>> edit) throws IOException {
        var rows = rows(file);
        var fresh = Files.createTempFile(folder, "edited", ".xlsx");
        try (var out = Files.newOutputStream(fresh);
                var book = new Workbook(out, "Other", "1.0")) {
            var sheet = book.newWorksheet("Sheet1");
            for (var row : rows) {
                for (var cell : row) {
                    if (cell != null) {
                        sheet.value(row.getRowNum() - 1, cell.getColumnIndex(), cell.getText());
                    }
                }
            }
            edit.accept(sheet, rows);
        }
        return fresh;
    }

    private static Upload read(Office office, Insurer insurer, Path file) {
        return office.as(insurer, Role.CLERK, () -> {
            var read = office.bean(Uploads.class).read(file, "tasks.xlsx");
            assertThat(read.problem()).isEmpty();
            return office.bean(Uploads.class).find(read.upload(), 100).orElseThrow();
        });
    }

    private static String refusal(Office office, Insurer insurer, Path file) {
        return office.as(insurer, Role.CLERK, () -> office.bean(Uploads.class).read(file, "x.xlsx"))
                .problem();
    }

    private static Task task(Office office, Insurer insurer, Row row) {
        var id = Long.parseLong(row.getCellText(0).replaceFirst(":.*", ""));
        return office.as(insurer, Role.CLERK, () -> office.bean(Tasks.class).find(id))
                .orElseThrow();
    }

    @Test
    void what_was_edited_is_shown_line_by_line_and_taken_in_only_after_the_confirmation(Office office)
            throws IOException {
        var insurer = office.insurer("99000502");
        ManyTasks.of(office, insurer, 30);
        var day = TODAY.plusDays(20);
        var changed = edited(exported(office, insurer, ""), (sheet, rows) -> {
            sheet.value(1, TaskSheet.DUE, day.toString().replace('-', '/'));
            sheet.value(2, TaskSheet.OWNER, "99000502-nurse");
            sheet.value(3, TaskSheet.STATE, "対象外");
            sheet.value(3, TaskSheet.NOTE, "=転居した");
            sheet.value(4, TaskSheet.DUE, "令和9年2月30日");
            sheet.value(5, TaskSheet.OWNER, "だれでもない");
            sheet.value(6, TaskSheet.STATE, "対象外");
            sheet.value(7, TaskSheet.DUE, "2020-01-01");
            sheet.value(8, TaskSheet.KEY, "99999999:1:0123456789abcdef");
            sheet.formula(9, TaskSheet.NOTE, "HYPERLINK(\"http://example.com\",\"x\")");
            sheet.value(10, TaskSheet.STATE, "あとで");
        });
        var rows = rows(changed);

        var upload = read(office, insurer, changed);

        assertThat(upload.counts()).isEqualTo(Map.of("CHANGE", 3, "ERROR", 7));
        assertThat(upload.same()).isEqualTo(20);
        assertThat(upload.lines())
                .extracting(line -> line.number() + " " + line.verdict() + " " + line.problem())
                .containsExactly(
                        "5 ERROR date",
                        "6 ERROR owner",
                        "7 ERROR reason",
                        "8 ERROR past",
                        "9 ERROR unknown",
                        "10 ERROR formula",
                        "11 ERROR state",
                        "2 CHANGE ",
                        "3 CHANGE ",
                        "4 CHANGE ");
        assertThat(task(office, insurer, rows.get(1)).due()).isNotEqualTo(day);

        var taken =
                office.as(insurer, Role.CLERK, () -> office.bean(Uploads.class).take(upload.id()));
        var again =
                office.as(insurer, Role.CLERK, () -> office.bean(Uploads.class).take(upload.id()));

        assertThat(taken).isEqualTo(3);
        assertThat(again).isZero();
        assertThat(task(office, insurer, rows.get(1)).due()).isEqualTo(day);
        assertThat(task(office, insurer, rows.get(2)).ownerName()).isEqualTo("試験 NURSE");
        assertThat(task(office, insurer, rows.get(3)).state()).isEqualTo("EXCLUDED");
        assertThat(task(office, insurer, rows.get(3)).stateNote()).isEqualTo("=転居した");
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from worklists.change where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .isEqualTo(3);
    }

    @Test
    void what_somebody_changed_after_the_export_is_a_conflict_and_stays_as_it_is(Office office) throws IOException {
        var insurer = office.insurer("99000510");
        ManyTasks.of(office, insurer, 4);
        var file = exported(office, insurer, "");
        var rows = rows(file);
        var first = task(office, insurer, rows.get(1));
        var second = task(office, insurer, rows.get(2));
        var changes = office.bean(TaskChanges.class);
        office.as(
                insurer,
                Role.NURSE,
                () -> changes.change(List.of(new Seen(first.id(), 1)), Wanted.due(TODAY.plusDays(3))));
        var changed = edited(file, (sheet, all) -> {
            sheet.value(1, TaskSheet.NOTE, "電話する");
            sheet.value(2, TaskSheet.NOTE, "手紙を出す");
        });

        var upload = read(office, insurer, changed);
        assertThat(upload.counts()).isEqualTo(Map.of("CHANGE", 1, "CONFLICT", 1));
        // Changed while the page with the differences is open.
        office.as(
                insurer,
                Role.NURSE,
                () -> changes.change(List.of(new Seen(second.id(), 0)), Wanted.due(TODAY.plusDays(4))));

        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Uploads.class).take(upload.id())))
                .isZero();
        assertThat(task(office, insurer, rows.get(1)).note()).isEmpty();
        assertThat(task(office, insurer, rows.get(2)).note()).isEmpty();
        assertThat(task(office, insurer, rows.get(2)).due()).isEqualTo(TODAY.plusDays(4));
    }

    @Test
    void other_files_are_refused_with_the_reason(Office office) throws IOException {
        var insurer = office.insurer("99000528");
        var other = office.insurer("99000536");
        ManyTasks.of(office, insurer, 2);
        var file = exported(office, insurer, "");

        assertThat(refusal(office, other, file)).isEqualTo("worklists.excel.problem.export");
        assertThat(refusal(office, insurer, edited(file, (sheet, rows) -> sheet.value(0, 0, "別の様式"))))
                .isEqualTo("worklists.excel.problem.form");
        assertThat(refusal(office, insurer, Files.writeString(folder.resolve("a.xlsx"), "not a workbook")))
                .isEqualTo("worklists.excel.problem.unreadable");
        assertThat(refusal(office, insurer, zip("xl/vbaProject.bin", 10))).isEqualTo("worklists.excel.problem.macro");
    }

    private Path zip(String entry, int bytes) throws IOException {
        var file = Files.createTempFile(folder, "made", ".xlsx");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var name : List.of("xl/workbook.xml", entry)) {
                out.putNextEntry(new ZipEntry(name));
                out.write(new byte[bytes]);
            }
        }
        return file;
    }

    @Test
    void every_cell_that_goes_out_is_text(Office office) throws IOException {
        var insurer = office.insurer("99000544");
        ManyTasks.of(office, insurer, 3);
        office.everything()
                .update(
                        "update membership.member set name = '=1+1' where insurer_id = ?",
                        insurer.id().value());
        var types = new ArrayList<String>();
        rows(exported(office, insurer, ""))
                .forEach(row -> row.forEach(cell -> {
                    if (cell != null) {
                        types.add(cell.getType().name());
                    }
                }));

        assertThat(types).isNotEmpty().containsOnly("STRING");
    }

    @Test
    void texts_beyond_measure_are_refused_before_they_are_in_the_memory(Office office) throws IOException {
        var insurer = office.insurer("99031239");
        var file = folder.resolve("large.xlsx");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            for (var i = 0; i <= 64; i++) {
                zip.write(new byte[1 << 20]);
            }
        }

        assertThat(office.as(
                                insurer,
                                Role.CLERK,
                                () -> office.bean(Uploads.class).read(file, "large.xlsx"))
                        .problem())
                .isEqualTo("worklists.excel.problem.large");
    }
}
