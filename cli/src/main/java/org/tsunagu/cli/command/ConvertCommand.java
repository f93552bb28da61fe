package org.tsunagu.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.tsunagu.checkupformat.archive.ArchiveName;
import org.tsunagu.checkupformat.archive.Exchange;
import org.tsunagu.cli.convert.ConvertRequest;
import org.tsunagu.cli.convert.ConvertRun;
import org.tsunagu.cli.convert.ConvertTally;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Severity;
import org.tsunagu.fhir.checkup.BundleFormat;
import org.tsunagu.fhir.checkup.ProfileChecks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `convert`: checkup documents to FHIR and back (FHIR変換).
@Command(name = "convert", sortOptions = false)
final class ConvertCommand implements Callable<Integer> {

    private final Words words;
    private final Screen screen;

    @Parameters(arity = "1..*", paramLabel = "PATH", descriptionKey = "path")
    List<Path> paths = List.of();

    @Option(names = "--to", required = true, paramLabel = "fhir|cda")
    String to = "";

    @Option(names = "--out", required = true, paramLabel = "DIR")
    Path out = Path.of("");

    @Option(names = "--format", paramLabel = "json|xml")
    String format = "json";

    @Option(names = "--archive", paramLabel = "NAME")
    Optional<String> archive = Optional.empty();

    @Option(names = "--exchange", paramLabel = "KIND")
    String exchange = "6";

    @Option(names = "--schemas", paramLabel = "DIR")
    Optional<Path> schemas = Optional.empty();

    @Option(names = "--fhir-packages", paramLabel = "DIR")
    Optional<Path> packages = Optional.empty();

    @Option(names = {"-q", "--quiet"})
    boolean isQuiet;

    @Mixin
    CommonOptions common = new CommonOptions();

    ConvertCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var request = request();
        var progress = new ProgressLine(screen, words, isQuiet);
        var names = List.of(request.result(), ConvertRequest.FINDINGS);
        ConvertTally tally;
        try (var folder = OutputFolder.open(out, names, List.of())) {
            tally = ConvertRun.run(
                    request, folder, words.language().locale(), done -> progress.at("convert.progress", done, 0, 1));
            folder.finish();
        }
        progress.end();
        print(tally, names, progress.elapsed());
        if (tally.convertedDocuments() == 0) {
            return ExitStatus.UNUSABLE;
        }
        var isClean = tally.refusedDocuments() == 0
                && Stream.of(Severity.REFUSES_FILE, Severity.REFUSES_DOCUMENT, Severity.FLAGS)
                        .allMatch(severity -> tally.findings(severity) == 0);
        return isClean ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private ConvertRequest request() {
        if (!to.equals("fhir") && !to.equals("cda")) {
            throw unusable("--to", to);
        }
        var notation = Stream.of(BundleFormat.values())
                .filter(one -> one.ending().equals(format.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> unusable("--format", format));
        var name = archive.map(text -> ArchiveName.parse(text).orElseThrow(() -> unusable("--archive", text)));
        return new ConvertRequest(
                paths, to.equals("fhir"), notation, name, kind(), schemas, packages.map(this::profiles));
    }

    private ProfileChecks profiles(Path folder) {
        try {
            var profiles = ProfileChecks.read(folder);
            if (profiles.size() == 0) {
                throw unusable("--fhir-packages", folder.toString());
            }
            return profiles;
        } catch (IOException e) {
            throw new UnusableCall(words.text("error.read", "file", folder.toString()));
        }
    }

    private Exchange kind() {
        try {
            return Exchange.of(exchange);
        } catch (IllegalArgumentException unknown) {
            throw unusable("--exchange", exchange);
        }
    }

    private UnusableCall unusable(String option, String value) {
        return new UnusableCall(words.text("error.value", "name", option, "value", value));
    }

    private void print(ConvertTally tally, List<String> names, String seconds) {
        var to = screen.out();
        to.println(words.text(
                "convert.summary",
                "converted",
                words.number(tally.convertedDocuments()),
                "refused",
                words.number(tally.refusedDocuments()),
                "other",
                words.number(tally.otherFiles()),
                "seconds",
                seconds));
        to.println(words.text(
                "convert.findings",
                "error",
                words.number(tally.findings(Severity.REFUSES_FILE) + tally.findings(Severity.REFUSES_DOCUMENT)),
                "flag",
                words.number(tally.findings(Severity.FLAGS)),
                "warning",
                words.number(tally.findings(Severity.NOTES))));
        to.println(words.text("summary.files", "folder", out.toString(), "files", String.join(" ", names)));
        to.flush();
    }
}
