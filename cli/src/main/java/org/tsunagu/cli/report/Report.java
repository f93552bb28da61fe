package org.tsunagu.cli.report;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.CheckedDocument.Status;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Severity;

/// The report of one run of `check` (点検結果): collects what every document adds and writes one HTML page that stands
/// alone. Needs no more memory for a million documents than for a thousand; the page is the same whatever the order of
/// the
/// documents. For one thread.
public final class Report {

    private final Run run;
    private final Intake intake = new Intake();
    private final Todos todos;
    private final Defects defects = new Defects();
    private final Prevalence prevalence = new Prevalence();
    private final RulesUsed rules = new RulesUsed();

    /// An empty report.
    public Report(Run run) {
        this.run = run;
        this.todos = new Todos(run.on());
    }

    /// Adds a document with everything found out about it.
    public void add(CheckedDocument document) {
        intake.add(document);
        todos.add(document);
        defects.add(document);
        prevalence.add(document);
        if (document.status() != Status.REJECTED) {
            document.judgement().ifPresent(rules::add);
        }
    }

    /// Adds a problem that belongs to an archive, its index or its summary, not to a document.
    public void addFileProblem(Problem problem) {
        intake.addFileProblem(problem);
        defects.addFileProblem(problem);
        if (problem.severity() == Severity.REFUSES_FILE) {
            todos.addRefusedFile(problem);
        }
    }

    /// Writes the page as UTF-8.
    public void write(Path file, Locale language) throws IOException {
        try (var writer = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            write(writer, language);
        }
    }

    /// Writes the page: Japanese for `ja`, English for every other language.
    public void write(Writer writer, Locale language) throws IOException {
        var wording = Wording.in(language);
        var page = new Page(wording, run);
        page.add(new IntakeSection(wording, run, intake, rules));
        page.add(new TodaySection(wording, todos));
        page.add(new DefectsSection(wording, defects));
        page.add(new PrevalenceSection(wording, prevalence));
        page.add(new DefinitionsSection(wording, rules));
        writer.write(page.html());
    }
}
