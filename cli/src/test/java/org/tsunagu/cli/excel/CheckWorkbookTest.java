package org.tsunagu.cli.excel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Insurer;
import org.tsunagu.cli.excel.CheckWorkbook.Sheet;

class CheckWorkbookTest {

    @TempDir
    Path folder;

    private static Map<String, String> read(Path workbook) throws IOException {
        var parts = new HashMap<String, String>();
        try (var zip = new ZipFile(workbook.toFile())) {
            for (var entry : Collections.list(zip.entries())) {
                try (var in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
        return parts;
    }

    private Map<String, String> write(String csv, int mostRows) throws IOException {
        var file = Files.writeString(folder.resolve("a.csv"), csv);
        var workbook = folder.resolve("a.xlsx");
        try (var out = Files.newOutputStream(workbook)) {
            CheckWorkbook.write(List.of(new Sheet("findings", file)), out, mostRows);
        }
        return read(workbook);
    }

    @Test
    void every_value_is_text_and_no_formula() throws IOException {
        var sheet = write("a,b\n=1+1,0012\n", 10).get("xl/worksheets/sheet1.xml");

        assertThat(sheet).contains(">=1+1<", ">0012<", "inlineStr").doesNotContain("<f>");
    }

    @Test
    void rows_beyond_a_sheet_go_to_the_next_with_the_heading_again() throws IOException {
        var parts = write("a\n1\n2\n3\n4\n5\n", 3);

        assertThat(parts.get("xl/workbook.xml")).contains("\"findings\"", "\"findings-2\"", "\"findings-3\"");
        assertThat(parts.get("xl/worksheets/sheet3.xml")).contains(">a<", ">5<").doesNotContain(">4<");
    }

    @Test
    void check_writes_a_workbook_when_it_is_asked_for() throws IOException {
        var out = folder.resolve("out");
        Cli.run("check", Insurer.soundArchives().getFirst(), "--out", out, "--excel");

        assertThat(read(out.resolve("check.xlsx")).get("xl/workbook.xml"))
                .contains("\"documents\"", "\"results\"", "\"findings\"");
    }
}
