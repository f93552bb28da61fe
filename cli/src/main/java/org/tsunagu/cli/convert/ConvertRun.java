package org.tsunagu.cli.convert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;
import org.tsunagu.checkupformat.cda.CheckupWriter;
import org.tsunagu.checkupformat.cda.DocumentReader;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.output.PartialFile;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.ProblemTexts;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.fhir.checkup.BundleLimits;
import org.tsunagu.fhir.checkup.BundleReader;
import org.tsunagu.fhir.checkup.BundleWriter;
import org.tsunagu.fhir.checkup.FhirCatalogue;

/// One run of `convert` (FHIR変換): file after file, one document in memory.
public final class ConvertRun {

    private static final List<String> COLUMNS =
            List.of("file", "entry", "line", "column", "check", "severity", "item_code", "message");
    private static final Pattern CHECK = Pattern.compile("CHK-[A-Z]+-[0-9]+");

    private final ConvertRequest request;
    private final ConvertTally tally = new ConvertTally();
    private final LongConsumer progress;
    private final FhirCatalogue fhirTexts;
    private final ProblemTexts texts;
    private final PartialFile findings;
    private final CsvBytes row = new CsvBytes();
    private final DocumentReader cdaReader = new DocumentReader(Items.shipped(), XmlLimits.standard());
    private final CheckupWriter cdaWriter = new CheckupWriter(Items.shipped());
    private final BundleReader bundleReader = new BundleReader(Items.shipped(), BundleLimits.standard());
    private final BundleWriter bundleWriter;

    private ConvertRun(ConvertRequest request, OutputFolder folder, Locale language, LongConsumer progress) {
        this.request = request;
        this.progress = progress;
        this.fhirTexts = FhirCatalogue.in(language);
        this.texts = CheckupCatalogue.texts(language);
        this.bundleWriter = new BundleWriter(Items.shipped(), request.format());
        this.findings = folder.file(ConvertRequest.FINDINGS);
        COLUMNS.forEach(row::cell);
        endRow();
    }

    /// Converts everything the request names. The files are complete but not yet renamed when it returns.
    ///
    /// @param progress hears how many documents were converted
    /// @throws OutputFailed if the results cannot be written
    public static ConvertTally run(
            ConvertRequest request, OutputFolder folder, Locale language, LongConsumer progress) {
        var run = new ConvertRun(request, folder, language, progress);
        try (var results = ConvertResults.open(request, folder)) {
            var reporter = new Reporter(CheckupCatalogue.shipped(), run::problem);
            var inputs = new ConvertInputs(
                    request.isToFhir(), reporter, (name, place, bytes) -> run.take(name, place, bytes, results));
            for (var path : request.paths()) {
                if (!inputs.read(path)) {
                    run.say("FHIR-NOTHING", Place.of(path.toString()));
                }
            }
            results.complete();
        } catch (IOException e) {
            throw new OutputFailed(folder.partial(request.result()), e);
        }
        return run.tally;
    }

    private void take(String name, Place place, byte[] bytes, ConvertResults results) throws IOException {
        var form = FileForm.of(bytes);
        if (request.isToFhir() && form == FileForm.BUNDLE) {
            refuse("FHIR-IS-BUNDLE", place);
        } else if (!request.isToFhir() && form == FileForm.CDA) {
            refuse("FHIR-IS-CDA", place);
        } else if (request.isToFhir()) {
            toFhir(name, place, bytes, results);
        } else {
            toCda(name, place, bytes, results);
        }
        progress.accept(tally.convertedDocuments());
    }

    private void refuse(String check, Place place) {
        say(check, place);
        tally.refused();
    }

    private void say(String check, Place place) {
        new Reporter(FhirCatalogue.shipped(), this::problem).report(check, place);
    }

    private void toFhir(String name, Place place, byte[] bytes, ConvertResults results) throws IOException {
        var read = cdaReader.read(bytes, place, new Reporter(CheckupCatalogue.shipped(), this::problem));
        if (read.isEmpty()) {
            tally.refused();
        } else if (read.get() instanceof CheckupDocument document) {
            var identity = name.substring(name.lastIndexOf('/') + 1);
            var bundle = bundleWriter.write(document, identity, place, this::problem);
            request.profiles().ifPresent(profiles -> profiles.check(bundle, place, this::problem));
            results.add(name, bundle);
            tally.converted();
        } else {
            tally.other();
        }
    }

    private void toCda(String name, Place place, byte[] bytes, ConvertResults results) throws IOException {
        var document = bundleReader.read(bytes, place, this::problem);
        if (document.isPresent()) {
            request.profiles().ifPresent(profiles -> profiles.check(bytes, place, this::problem));
        }
        var written = document.flatMap(found -> cda(found, place));
        if (written.isPresent()) {
            var facility = document.get().header().performer().number().text();
            results.addCda(name, facility, written.get());
            tally.converted();
        } else {
            tally.refused();
        }
    }

    private Optional<byte[]> cda(CheckupDocument document, Place place) {
        var out = new ByteArrayOutputStream();
        try {
            cdaWriter.write(document, out);
            return Optional.of(out.toByteArray());
        } catch (IllegalArgumentException unwritable) {
            var check = CHECK.matcher(String.valueOf(unwritable.getMessage()));
            new Reporter(FhirCatalogue.shipped(), this::problem)
                    .report("FHIR-CDA", place, "actual", check.find() ? check.group() : "-");
            return Optional.empty();
        } catch (IOException never) {
            throw new IllegalStateException(never);
        }
    }

    private void problem(Problem problem) {
        tally.problem(problem);
        var place = problem.place();
        row.cell(place.file())
                .cell(place.entry())
                .cell(number(place.line()))
                .cell(number(place.column()))
                .cell(problem.code())
                .cell(problem.severity().word())
                .cell(place.item())
                .cell(problem.code().startsWith("FHIR-") ? fhirTexts.text(problem) : texts.text(problem));
        endRow();
    }

    private void endRow() {
        row.endRow();
        findings.write(row);
        row.clear();
    }

    private static String number(int lineOrColumn) {
        return lineOrColumn == 0 ? "" : Integer.toString(lineOrColumn);
    }
}
