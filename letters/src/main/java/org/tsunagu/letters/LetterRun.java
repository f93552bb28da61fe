package org.tsunagu.letters;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.letters.layout.FrontPage;
import org.tsunagu.letters.layout.Furniture;
import org.tsunagu.letters.layout.Paper;
import org.tsunagu.letters.pdf.LetterPdf;
import org.tsunagu.letters.pdf.Sheets;
import org.tsunagu.letters.text.Printable;

/// One PDF of one letter or thousands (印刷ジョブ), written to a stream as letters are added: memory does not grow with
/// the run but for about 2 KB a letter. A letter that cannot be made is left out and listed.
public final class LetterRun implements Closeable {

    private final LetterPdf pdf;
    private final RunSettings settings;
    private final LetterTexts texts;
    private final List<Problem> problems = new ArrayList<>();

    private int printed;
    private int refused;

    /// Begins the file; closing the run ends the file and leaves the stream open.
    public LetterRun(OutputStream out, RunSettings settings) throws IOException {
        this.settings = settings;
        this.texts = LetterTexts.in(settings.locale());
        this.pdf = new LetterPdf(
                out,
                new LetterPdf.Description(settings.title(), settings.author(), texts.locale(), settings.created()));
    }

    /// Adds a letter.
    ///
    /// @return what is wrong with it; it is in the file unless one of these refuses
    public List<Problem> add(Letter letter) throws IOException {
        var found = LetterChecks.address(letter);
        if (!refuses(found)) {
            var sheets = new Sheets(pdf.fonts());
            write(letter, sheets, found);
            if (!refuses(found)) {
                pdf.add(sheets);
            }
        }
        if (refuses(found)) {
            refused++;
        } else {
            printed++;
        }
        problems.addAll(found);
        return List.copyOf(found);
    }

    private void write(Letter letter, Sheets sheets, List<Problem> found) {
        sheets.turn();
        var front = new FrontPage(sheets, settings.envelope());
        var to = letter.to();
        var name = texts.text("address.name", Map.of("name", to.name()));
        if (!front.address(texts.text("address.postal", Map.of("code", to.postalCode())), to.lines(), name)) {
            found.add(LetterChecks.tooLong(letter));
        }
        front.sender(sender(letter));
        front.serial(letter.serial());
        front.folds();
        letter.link().ifPresent(link -> front.link(link, texts.text("link.words")));
        letter.body().write(new Paper(sheets, settings.envelope().bodyTop()), letter, texts);
        Furniture.write(sheets, Printable.line(letter.from().name()), letter.serial(), texts.text("page.personal"));
        var missing = new TreeSet<Integer>();
        sheets.pages().forEach(page -> missing.addAll(page.missing()));
        if (!missing.isEmpty()) {
            found.add(LetterChecks.missing(letter, missing));
        }
    }

    private List<String> sender(Letter letter) {
        var from = letter.from();
        var lines = new ArrayList<>(List.of(texts.date(letter.date()), from.name(), from.department()));
        if (!from.postalCode().isEmpty()) {
            lines.add(texts.text("address.postal", Map.of("code", from.postalCode())));
        }
        lines.addAll(from.lines());
        lines.add(texts.text("contact.phone", Map.of("phone", from.phone())));
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    private static boolean refuses(List<Problem> found) {
        return found.stream().anyMatch(problem -> problem.severity().refuses());
    }

    /// What became of the letters added so far.
    public RunReport report() {
        return new RunReport(printed, refused, pdf.pages(), List.copyOf(problems));
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }
}
