package org.tsunagu.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tsunagu.charts.Numbers;
import org.tsunagu.claimsformat.allocation.CostResult;
import org.tsunagu.claimsformat.allocation.CostSettings;
import org.tsunagu.claimsformat.claim.Status;
import org.tsunagu.claimsformat.master.CodeUse;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.claimsformat.master.MasterTexts;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.cli.claims.ClaimsReport;
import org.tsunagu.cli.claims.ClaimsRun;
import org.tsunagu.cli.claims.ClaimsTally;
import org.tsunagu.cli.cost.CostRows;
import org.tsunagu.cli.cost.CostSection;
import org.tsunagu.cli.cost.DiseaseWork;
import org.tsunagu.cli.masters.MasterLines;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Severity;

/// A run of `claims` from the files to the summary on the screen (レセプト読み取りの実行).
final class ClaimsJob {

    private static final String REPORT = "report.html";
    private static final List<String> NAMES = List.of(
            ClaimsRun.CLAIMS,
            ClaimsRun.LINES,
            DiseaseWork.DISEASES,
            CostRows.TABLES,
            CostRows.SUMMARY,
            ClaimsRun.FINDINGS,
            REPORT);

    private final Words words;
    private final Screen screen;
    private final boolean isQuiet;
    private final Path store;
    private final Optional<Long> members;
    private final CostSettings settings = CostSettings.shipped();

    ClaimsJob(Words words, Screen screen, boolean isQuiet, Path store, Optional<Long> members) {
        this.words = words;
        this.screen = screen;
        this.isQuiet = isQuiet;
        this.store = store;
        this.members = members;
    }

    int run(List<Path> paths, Path out) {
        var tally = new ClaimsTally();
        var progress = new ProgressLine(screen, words, isQuiet);
        var masters = Masters.of(MasterStore.open(store, new MasterLines(words, screen)::problem));
        CostSection cost;
        CodeUse codes;
        try (var folder = OutputFolder.open(out, NAMES, List.of());
                var diseases = new DiseaseWork(masters, store.toString(), settings, folder, words.language())) {
            ClaimsRun.run(
                    paths,
                    folder,
                    words.language(),
                    tally,
                    diseases,
                    done -> progress.at("claims.progress", done, 0, 1));
            var result = exact(diseases.finish());
            progress.end();
            codes = diseases.codes();
            cost = new CostSection(words, settings, result, masters.used());
            var rows = new CostRows(settings, result, words.language().locale());
            rows.tables(folder);
            rows.summary(folder, members);
            folder.closeFiles();
            write(tally, cost, folder);
            folder.finish();
        }
        print(tally, out, progress.elapsed());
        print(cost, codes);
        if (tally.claims() == 0) {
            return ExitStatus.UNUSABLE;
        }
        return tally.hasErrors() ? ExitStatus.FINDINGS : ExitStatus.CLEAN;
    }

    /// What is given to diseases must be what was decided, to the point: otherwise nothing is written.
    private CostResult exact(CostResult result) {
        if (!result.isExact()) {
            throw new UnusableCall(words.text("claims.cost.mismatch"));
        }
        return result;
    }

    private void print(CostSection cost, CodeUse codes) {
        var to = screen.out();
        to.println(words.text(
                "claims.summary.cost",
                "cost",
                words.number(cost.yen()),
                "share",
                Numbers.percent(cost.yenWithoutClass(), cost.yen())));
        for (var kind : MasterKind.values()) {
            if (codes.unknownUses(kind) > 0) {
                to.println(words.text(
                        "claims.summary.unknown",
                        "kind",
                        MasterTexts.in(words.language().locale()).name(kind),
                        "codes",
                        words.number(codes.unknown(kind).size()),
                        "uses",
                        words.number(codes.unknownUses(kind)),
                        "used",
                        words.number(codes.used(kind))));
            }
        }
        if (codes.missing().containsKey(MasterKind.DISEASE)) {
            to.println(words.text("claims.summary.nomaster", "store", store.toString()));
        }
        to.flush();
    }

    private void write(ClaimsTally tally, CostSection cost, OutputFolder folder) {
        var file = folder.partial(REPORT);
        try {
            new ClaimsReport(words, tally, cost).write(file, Today.inJapan());
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
