package org.tsunagu.cli.claims;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.LongConsumer;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.ClaimReader;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.ClaimFileLimits;
import org.tsunagu.claimsformat.record.ClaimFiles;
import org.tsunagu.cli.cost.DiseaseWork;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.output.PartialFile;
import org.tsunagu.cli.text.Language;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.problem.Reporter;

/// One run of `claims` (レセプトの読み取り): reads file after file, one claim at a time, and writes the CSV files. Memory does
/// not grow with the claims, but for 64 bytes each that tell whether one comes twice.
public final class ClaimsRun {

    /// One row a claim.
    public static final String CLAIMS = "claims.csv";
    /// One row a line of a claim.
    public static final String LINES = "lines.csv";
    /// One row a finding.
    public static final String FINDINGS = "findings.csv";

    private static final int FLUSH = 1 << 16;

    private final ClaimReader reader = new ClaimReader(ClaimCatalogue.shipped());
    private final CsvBytes claims = new CsvBytes();
    private final CsvBytes lines = new CsvBytes();
    private final CsvBytes findings = new CsvBytes();
    private final PartialFile claimsFile;
    private final PartialFile linesFile;
    private final PartialFile findingsFile;
    private final ProblemTexts texts;
    private final ClaimsListener listener;
    private final DiseaseWork diseases;
    private final LongConsumer progress;
    private long read;

    private ClaimsRun(
            OutputFolder folder,
            Language language,
            ClaimsListener listener,
            DiseaseWork diseases,
            LongConsumer progress) {
        this.claimsFile = begin(folder, CLAIMS, ClaimRows.COLUMNS);
        this.linesFile = begin(folder, LINES, LineRows.COLUMNS);
        this.findingsFile = begin(folder, FINDINGS, FindingRows.COLUMNS);
        this.texts = ClaimCatalogue.texts(language.locale());
        this.listener = listener;
        this.diseases = diseases;
        this.progress = progress;
    }

    private static PartialFile begin(OutputFolder folder, String name, List<String> columns) {
        var heading = new CsvBytes();
        columns.forEach(heading::cell);
        heading.endRow();
        var file = folder.file(name);
        file.write(heading);
        return file;
    }

    /// Reads everything the paths name. The files are complete but not yet renamed when it returns.
    ///
    /// @param diseases takes every claim before its row is written
    /// @param progress hears how many claims were read; called often
    /// @throws org.tsunagu.cli.output.OutputFailed if the results cannot be written
    public static void run(
            List<Path> paths,
            OutputFolder folder,
            Language language,
            ClaimsListener listener,
            DiseaseWork diseases,
            LongConsumer progress) {
        new ClaimsRun(folder, language, listener, diseases, progress).run(paths);
    }

    private void run(List<Path> paths) {
        var reporter = new Reporter(ClaimCatalogue.shipped(), this::problem);
        var files = new ClaimFiles(ClaimFileLimits.standard(), reporter, this::read);
        var once = new LinkedHashSet<Path>();
        for (var path : paths) {
            if (!once.add(path.toAbsolutePath().normalize())) {
                continue;
            }
            if (Files.exists(path)) {
                files.find(path);
            } else {
                reporter.report("CLM-FILE-UNREADABLE", Place.of(path.toString()), "reason", "NoSuchFile");
            }
        }
        diseases.report(reporter);
        write(claims, claimsFile, 0);
        write(lines, linesFile, 0);
        write(findings, findingsFile, 0);
    }

    private void read(ClaimFile file) {
        var summary = reader.read(file, claim -> claim(file, claim), this::problem);
        listener.file(file, summary);
    }

    private void claim(ClaimFile file, Claim claim) {
        ClaimRows.write(file, claim, diseases.add(claim), claims);
        LineRows.write(claim, lines);
        write(claims, claimsFile, FLUSH);
        write(lines, linesFile, FLUSH);
        listener.claim(file, claim);
        read++;
        progress.accept(read);
    }

    private void problem(Problem problem) {
        FindingRows.write(problem, texts, findings);
        write(findings, findingsFile, FLUSH);
        listener.problem(problem);
    }

    private static void write(CsvBytes rows, PartialFile file, int least) {
        if (rows.length() > least) {
            file.write(rows);
            rows.clear();
        }
    }
}
