package org.tsunagu.cli.command;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.synthetic.Claims;
import org.tsunagu.synthetic.Options;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `synthesize`: an invented insurer with its files (人工データの作成).
@Command(name = "synthesize", sortOptions = false)
final class SynthesizeCommand implements Callable<Integer> {

    private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:\\.\\.(\\d{4}))?");

    private final Words words;
    private final Screen screen;

    @Option(names = "--members", paramLabel = "N")
    int members = Options.standard(Path.of("")).members();

    @Option(names = "--years", paramLabel = "FROM..TO")
    String years = "2019..2025";

    @Option(names = "--seed", paramLabel = "N")
    long seed = 1;

    @Option(names = "--out", required = true, paramLabel = "DIR")
    Path out = Path.of("");

    @Option(names = "--like", paramLabel = "PROFILE")
    String like = Options.standard(Path.of("")).like();

    @Option(names = "--defects", paramLabel = "RATE")
    double defects;

    @Option(names = "--schemas", paramLabel = "DIR")
    Optional<Path> schemas = Optional.empty();

    @Option(names = "--insurer", paramLabel = "NUMBER")
    String insurer = Options.UNASSIGNED_INSURER;

    @Option(names = "--claims")
    boolean hasClaims;

    @Option(names = "--claims-as-submitted")
    boolean isSubmitted;

    @Option(names = {"-q", "--quiet"})
    boolean isQuiet;

    @Mixin
    CommonOptions common = new CommonOptions();

    SynthesizeCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var range = YEARS.matcher(years);
        if (!range.matches()) {
            throw new UnusableCall(words.text("error.value", "name", "--years", "value", years));
        }
        var first = Integer.parseInt(range.group(1));
        var last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
        new SynthesisJob(words, screen, isQuiet)
                .run(new Options(members, first, last, seed, out, like, defects, schemas, insurer), claims());
        return ExitStatus.CLEAN;
    }

    private Claims claims() {
        return isSubmitted ? Claims.SUBMITTED : hasClaims ? Claims.RECEIVED : Claims.NONE;
    }
}
