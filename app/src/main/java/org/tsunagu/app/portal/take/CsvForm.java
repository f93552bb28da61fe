package org.tsunagu.app.portal.take;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;
import org.tsunagu.app.ui.Csv;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// A ZIP with a CSV for each table (CSV), for spreadsheets: UTF-8 with a mark, headings in words.
@Component
class CsvForm implements Form {

    private static final String MARK = "\ufeff";

    @Override
    public String key() {
        return "csv";
    }

    @Override
    public String fileName() {
        return "my-data.zip";
    }

    @Override
    public String mediaType() {
        return "application/zip";
    }

    @Override
    public void write(Taken taken, Language language, OutputStream out) throws IOException {
        var texts = Texts.in(language);
        var zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        for (var sheet : Sheets.of(taken, language)) {
            var text = new StringBuilder(MARK).append(Csv.line(sheet.headings(texts)));
            sheet.rows().forEach(row -> text.append(Csv.line(row)));
            add(zip, sheet.key() + ".csv", text.toString());
        }
        var left = String.join("\r\n", Sheets.left(taken, taken.today(), texts));
        add(zip, "README.txt", MARK + texts.text("portal.take.left.title") + "\r\n" + left + "\r\n");
        zip.finish();
    }

    private static void add(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
