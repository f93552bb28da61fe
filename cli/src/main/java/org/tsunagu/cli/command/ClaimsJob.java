package org.tsunagu.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.cli.claims.ClaimsReport;
import org.tsunagu.cli.claims.ClaimsRun;
import org.tsunagu.cli.claims.ClaimsTally;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Severity;

/// A run of `claims` from the files to the summary on the screen (レセプト読み取りの実行).
final class ClaimsJob {

    private static final String REPORT = "report.html";
    private static final List<String> NAMES = List.of(ClaimsRun.CLAIMS, ClaimsRun.LINES, ClaimsRun.FINDINGS, REPORT);

    private final Words words;
    private final Screen screen;
    private final boolean isQuiet;

    ClaimsJob(Words words, Screen screen, boolean isQuiet) {
        this.words = words;
        this.screen = screen;
        this.isQuiet = isQuiet;
    }

    int run(List<Path> paths, Path out) {
        var tally = new ClaimsTally();
        var progress = new ProgressLine(screen, words, isQuiet);
        try (var folder = OutputFolder.open(out, NAMES, List.of())) {
            ClaimsRun.run(paths, folder, words.language(), tally, done -> progress.at("claims.progress", done, 0, 1));
            progress.end();
            folder.closeFiles();
            write(tally, folder);
            folder.finish();
        }
        print(tally, out, progress.elapsed());
        if (tally.claims() == 0) {
            return ExitStatus.UNUSABLE;
        }
        return tally.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    private void write(ClaimsTally tally, OutputFolder folder) {
        var file = folder.partial(REPORT);
        try {
            new ClaimsReport(words, tally).write(file, Today.inJapan());
        } catch (IOException e) {
            throw new OutputFailed(file, e);
        }
    }

    private void print(ClaimsTally tally, Path out, String seconds) {
        var to = screen.out();
        to.println(words.text(
                "claims.summary",
                "files",
                words.number(tally.files()),
                "claims",
                words.number(tally.claims()),
                "counted",
                words.number(tally.claims(Status.COUNTED)),
                "returned",
                words.number(tally.claims(Status.RETURNED)),
                "duplicate",
                words.number(tally.claims(Status.DUPLICATE)),
                "seconds",
                seconds));
        to.println(words.text(
                "claims.summary.points",
                "claimed",
                words.number(tally.pointsClaimed()),
                "decided",
                words.number(tally.pointsDecided()),
                "changed",
                words.number(tally.changed())));
        to.println(words.text(
                "claims.summary.findings",
                "reject",
                words.number(tally.findings(Severity.REFUSES_FILE)),
                "error",
                words.number(tally.findings(Severity.REFUSES_DOCUMENT)),
                "flag",
                words.number(tally.findings(Severity.FLAGS)),
                "warning",
                words.number(tally.findings(Severity.NOTES))));
        to.println(words.text("summary.files", "folder", out.toString(), "files", String.join(" ", NAMES)));
        if (tally.claims() == 0) {
            to.println(words.text("summary.nothing"));
        }
        to.flush();
    }
}
