package org.tsunagu.cli.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.tsunagu.claimsformat.allocation.ClaimCosts;
import org.tsunagu.claimsformat.allocation.CostResult;
import org.tsunagu.claimsformat.allocation.CostSettings;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.disease.Dialysis;
import org.tsunagu.claimsformat.disease.Diseases;
import org.tsunagu.claimsformat.disease.Diseases.Classified;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.claimsformat.master.CodeUse;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterTexts;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.output.PartialFile;
import org.tsunagu.cli.text.Language;
import org.tsunagu.codes.problem.Reporter;

/// Resolves the diseases of claims while they are read, and shares the cost out when all are known
/// (傷病の解決と配分). Writes `diseases.csv`; until then the rows lie in a temporary file beside it.
public final class DiseaseWork implements AutoCloseable {

    /// One row a disease of a claim.
    public static final String DISEASES = "diseases.csv";

    private static final List<String> COLUMNS = List.of(
            "claim_id",
            "seq",
            "code",
            "name",
            "icd10",
            "class121",
            "lifestyle14",
            "start",
            "outcome",
            "main",
            "suspected",
            "points_pdm");
    private static final String ASIDE = "diseases";
    private static final int FLUSH = 1 << 16;

    private final CsvBytes csv = new CsvBytes();
    private final CsvBytes row = new CsvBytes();
    private final PartialFile file;
    private final String store;
    private final Language language;
    private final Path aside;
    private final Diseases diseases;
    private final Dialysis dialysis;
    private final CodeUse codes;
    private final ClaimCosts costs;

    /// Begins a run.
    ///
    /// @param store where the masters lie, as it is told
    public DiseaseWork(Masters masters, String store, CostSettings settings, OutputFolder folder, Language language) {
        this.store = store;
        this.language = language;
        this.file = folder.file(DISEASES);
        COLUMNS.forEach(csv::cell);
        csv.endRow();
        this.diseases = new Diseases(masters, List.of(), language.locale());
        this.dialysis = new Dialysis(masters, List.of());
        this.codes = new CodeUse(masters);
        this.aside = folder.partial(ASIDE);
        this.costs = open(aside, settings);
    }

    private static ClaimCosts open(Path aside, CostSettings settings) {
        try {
            return new ClaimCosts(aside, settings);
        } catch (UncheckedIOException e) {
            throw failed(aside, e);
        }
    }

    private static OutputFailed failed(Path file, UncheckedIOException failure) {
        return new OutputFailed(file, Objects.requireNonNullElseGet(failure.getCause(), IOException::new));
    }

    /// Takes a claim.
    ///
    /// @return the ICD-10 code of its main disease; empty when there is none
    public String add(Claim claim) {
        var found = diseases.of(claim);
        var texts = new ArrayList<byte[]>(found.size());
        var icd = new ArrayList<String>(found.size());
        var mainIcd = "";
        for (var one : found) {
            texts.add(row(claim, one));
            icd.add(one.disease().icd10());
            mainIcd = one.isMain() ? one.disease().icd10() : mainIcd;
            if (!one.row().isUncoded()) {
                codes.code(MasterKind.DISEASE, one.row().code(), claim.careMonth());
            }
        }
        claim.decided().lines().forEach(line -> codes.line(line.code(), claim.careMonth()));
        try {
            costs.add(claim, found, dialysis.of(claim, icd), texts);
        } catch (UncheckedIOException e) {
            throw failed(aside, e);
        }
        return mainIcd;
    }

    private byte[] row(Claim claim, Classified one) {
        row.clear();
        var disease = one.disease();
        row.word(claim.id())
                .cell(one.row().sequence())
                .cell(one.row().code())
                .cell(disease.name())
                .cell(disease.icd10())
                .word(disease.middle().code())
                .word(disease.lifestyle().map(Group::code).orElse(""))
                .word(one.row().start().map(LocalDate::toString).orElse(""))
                .cell(one.row().outcome())
                .word(one.isMain() ? "1" : "0")
                .word(disease.isSuspected() ? "1" : "0");
        return row.toByteArray();
    }

    /// Says which masters are missing and which codes none of them knows.
    public void report(Reporter reporter) {
        codes.report(reporter, MasterTexts.in(language.locale()), store);
    }

    /// Which codes were used and not known.
    public CodeUse codes() {
        return codes;
    }

    /// Shares the cost out and writes the rows.
    public CostResult finish() {
        try {
            var result = costs.finish((text, points) -> {
                csv.cells(text).word(Long.toString(points));
                csv.endRow();
                write(FLUSH);
            });
            write(0);
            return result;
        } catch (UncheckedIOException e) {
            throw failed(aside, e);
        }
    }

    private void write(int least) {
        if (csv.length() > least) {
            file.write(csv);
            csv.clear();
        }
    }

    @Override
    public void close() {
        try {
            costs.close();
        } catch (UncheckedIOException e) {
            throw failed(aside, e);
        }
    }
}
