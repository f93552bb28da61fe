package org.tsunagu.cli.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.cli.check.CheckListener;
import org.tsunagu.cli.check.CheckRequest;
import org.tsunagu.cli.check.CheckRun;
import org.tsunagu.cli.check.CheckedDocument;
import org.tsunagu.cli.check.ResultFiles;
import org.tsunagu.cli.check.Tally;
import org.tsunagu.cli.excel.CheckWorkbook;
import org.tsunagu.cli.excel.CheckWorkbook.Sheet;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.report.Report;
import org.tsunagu.cli.report.Run;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Problem;

/// A run of `check` from the files to the summary on the screen (点検の実行).
final class CheckJob {

    static final String REPORT = "report.html";

    private static final String WORKBOOK = "check.xlsx";
    private static final List<String> CSV =
            List.of(ResultFiles.DOCUMENTS, ResultFiles.RESULTS, ResultFiles.FINDINGS, ResultFiles.REASONS);

    private final Words words;
    private final Screen screen;
    private final boolean withWorkbook;
    private final boolean isQuiet;

    CheckJob(Words words, Screen screen, boolean withWorkbook, boolean isQuiet) {
        this.words = words;
        this.screen = screen;
        this.withWorkbook = withWorkbook;
        this.isQuiet = isQuiet;
    }

    Tally run(CheckRequest request, Path out) {
        var names = new ArrayList<>(CSV);
        names.add(REPORT);
        if (withWorkbook) {
            names.add(WORKBOOK);
        }
        var report = new Report(new Run(request.received(), request.schemas().isPresent()));
        var progress = new ProgressLine(screen, words, isQuiet);
        try (var folder = OutputFolder.open(out, names, List.of(WORKBOOK))) {
            var tally = CheckRun.run(
                    request,
                    folder,
                    listener(report),
                    (done, part, whole) -> progress.at("check.progress", done, part, whole));
            progress.end();
            folder.closeFiles();
            write(report, folder);
            if (withWorkbook) {
                write(folder);
            }
            folder.finish();
            new CheckSummary(words, screen.out()).print(tally, names, out, progress.elapsed());
            return tally;
        }
    }

    private static CheckListener listener(Report report) {
        return new CheckListener() {
            @Override
            public void document(CheckedDocument document) {
                report.add(document);
            }

            @Override
            public void fileProblem(Problem problem) {
                report.addFileProblem(problem);
            }
        };
    }

    private void write(Report report, OutputFolder folder) {
        try {
            report.write(folder.partial(REPORT), words.language().locale());
        } catch (IOException e) {
            throw new OutputFailed(folder.partial(REPORT), e);
        }
    }

    private static void write(OutputFolder folder) {
        var sheets = CSV.stream()
                .filter(name -> !name.equals(ResultFiles.REASONS))
                .map(name -> new Sheet(name.replace(".csv", ""), folder.partial(name)))
                .toList();
        try (var out = Files.newOutputStream(folder.partial(WORKBOOK))) {
            CheckWorkbook.write(sheets, out, CheckWorkbook.MOST_ROWS);
        } catch (IOException e) {
            throw new OutputFailed(folder.partial(WORKBOOK), e);
        }
    }

    static int status(Tally tally) {
        if (tally.isNothingReadable()) {
            return ExitStatus.UNUSABLE;
        }
        return tally.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }
}
