package org.tsunagu.cli.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.link.LinkColumns;
import org.tsunagu.cli.link.LinkFile;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.output.PartialFile;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.linkage.column.Column;
import org.tsunagu.linkage.column.Columns;
import org.tsunagu.linkage.column.Records;
import org.tsunagu.linkage.model.Linker;
import org.tsunagu.linkage.model.Match;
import org.tsunagu.linkage.model.Zone;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `link`: which records of two files belong together (名寄せ).
@Command(name = "link", sortOptions = false)
final class LinkCommand implements Callable<Integer> {

    private static final int ENOUGH_TO_WRITE = 1 << 16;

    private final Words words;
    private final Screen screen;
    private long oddities;

    @Parameters(paramLabel = "A.csv [B.csv]", arity = "1..2", descriptionKey = "files")
    List<Path> files = List.of();

    @Option(names = "--id", required = true, paramLabel = "COLUMN", descriptionKey = "id")
    String id = "";

    @Option(names = "--one-to-one", descriptionKey = "oneToOne")
    boolean isOneToOne;

    @Option(names = "--columns", split = ",", paramLabel = "COLUMN[:KIND]", descriptionKey = "columns")
    List<String> columns = List.of();

    @Option(names = "--least", paramLabel = "SCORE", descriptionKey = "least")
    double least = 0.5;

    @Option(names = "--threads", paramLabel = "N", descriptionKey = "threads")
    int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--show-rules", descriptionKey = "showRules")
    boolean isShowingRules;

    @Option(names = "--out", required = true, paramLabel = "PAIRS.csv")
    Path out = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    LinkCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        var target = out.toAbsolutePath().normalize();
        var folder = target.getParent();
        var name = target.getFileName();
        if (folder == null || name == null || Files.isDirectory(target)) {
            throw unusable("--out", out.toString());
        }
        if (!(least >= 0 && least <= 1)) {
            throw unusable("--least", Double.toString(least));
        }
        if (threads < 1) {
            throw unusable("--threads", Integer.toString(threads));
        }
        if (files.stream().anyMatch(file -> target.equals(file.toAbsolutePath().normalize()))) {
            throw new UnusableCall(words.text("judge.same"));
        }
        var headings = id.split("=", 2);
        var left = read(files.getFirst(), headings[0]);
        var right = files.size() == 1 ? left : read(files.get(1), headings[headings.length - 1]);
        try (var output = OutputFolder.open(folder, List.of(name.toString()), List.of())) {
            link(left, right, Set.copyOf(Arrays.asList(headings)), output.file(name.toString()));
            output.finish();
        } finally {
            screen.out().flush();
            screen.err().flush();
        }
        return oddities == 0 ? ExitStatus.CLEAN : ExitStatus.FINDINGS;
    }

    private UnusableCall unusable(String option, String value) {
        return new UnusableCall(words.text("error.value", "name", option, "value", value));
    }

    private LinkFile read(Path path, String heading) {
        if (!Files.isRegularFile(path)) {
            throw new UnusableCall(words.text("error.read", "file", path.toString()));
        }
        try {
            var file = LinkFile.read(path, heading, (what, line, number) -> {
                oddities++;
                screen.err()
                        .println(words.text(
                                "link.row." + what,
                                "file",
                                path.toString(),
                                "line",
                                Long.toString(line),
                                "id",
                                number));
            });
            if (!file.records().headings().contains(heading)) {
                throw new UnusableCall(words.text("link.column", "file", path.toString(), "column", heading));
            }
            if (file.ids().isEmpty()) {
                throw new UnusableCall(words.text("link.empty", "file", path.toString()));
            }
            return file;
        } catch (CsvParseException e) {
            throw new UnusableCall(words.text("judge.malformed", "file", path.toString()));
        } catch (IOException | UncheckedIOException e) {
            throw new UnusableCall(words.text("error.read", "file", path.toString()));
        }
    }

    private void link(LinkFile left, LinkFile right, Set<String> ids, PartialFile file) {
        var start = System.nanoTime();
        var chosen = chosen(left.records(), right.records(), ids);
        if (chosen.isEmpty()) {
            throw new UnusableCall(words.text("link.nothing"));
        }
        if (chosen.size() > Linker.MOST_FIELDS) {
            throw new UnusableCall(words.text("link.many", "most", Integer.toString(Linker.MOST_FIELDS)));
        }
        screen.err()
                .println(words.text(
                        "link.comparing",
                        "columns",
                        chosen.stream()
                                .map(column -> column.name() + ":"
                                        + column.kind().name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" "))));
        screen.err().flush();
        var prepared = Columns.prepare(left.records(), right.records(), chosen);
        var linked =
                new Linker(prepared.fields(), prepared.doubts(), files.size() == 1, threads).link(isOneToOne, least);
        if (isShowingRules) {
            linked.rules()
                    .forEach(rule -> screen.err()
                            .println(words.text(
                                    "link.rule",
                                    "rule",
                                    rule.name(),
                                    "pairs",
                                    words.number(rule.pairs()),
                                    "passed",
                                    words.number(rule.passedOver()))));
        }
        write(linked.matches(), left, right, file);
        screen.out()
                .println(words.text(
                        "link.summary",
                        "left",
                        words.number(left.ids().size()),
                        "right",
                        words.number(right.ids().size()),
                        "compared",
                        words.number(linked.compared()),
                        "pairs",
                        words.number(linked.matches().size()),
                        "automatic",
                        count(linked.matches(), Zone.AUTOMATIC),
                        "clerical",
                        count(linked.matches(), Zone.CLERICAL),
                        "seconds",
                        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9),
                        "file",
                        out.toString()));
    }

    private String count(List<Match> matches, Zone zone) {
        return words.number(
                matches.stream().filter(match -> match.zone() == zone).count());
    }

    private List<Column> chosen(Records left, Records right, Set<String> ids) {
        if (columns.isEmpty()) {
            return Columns.choose(left, right, ids);
        }
        return columns.stream().map(text -> asked(text, left, right)).toList();
    }

    private Column asked(String text, Records left, Records right) {
        var asked = LinkColumns.parse(text);
        var i = left.headings().indexOf(asked.left());
        var j = right.headings().indexOf(asked.right());
        if (i < 0 || j < 0) {
            throw new UnusableCall(words.text(
                    "link.column",
                    "file",
                    (i < 0 ? files.getFirst() : files.getLast()).toString(),
                    "column",
                    i < 0 ? asked.left() : asked.right()));
        }
        var column = Columns.column(left, right, i, j);
        if (asked.kind().isEmpty()) {
            return column;
        }
        return LinkColumns.kind(asked.kind())
                .map(column::as)
                .orElseThrow(() -> new UnusableCall(words.text("link.kind", "kind", asked.kind())));
    }

    private void write(List<Match> matches, LinkFile left, LinkFile right, PartialFile file) {
        var csv = new CsvBytes();
        csv.cell("id_a").cell("id_b").cell("score").cell("weights").endRow();
        for (var match : matches) {
            csv.cell(left.ids().get(match.left()))
                    .cell(right.ids().get(match.right()))
                    .cell(String.format(Locale.ROOT, "%.6f", match.score()))
                    .cell(inWords(match))
                    .endRow();
            if (csv.length() >= ENOUGH_TO_WRITE) {
                file.write(csv);
                csv.clear();
            }
        }
        file.write(csv);
    }

    private String inWords(Match match) {
        return Stream.concat(
                        match.evidence().stream()
                                .map(said -> "%s: %s %s"
                                        .formatted(
                                                said.field(),
                                                words.text("link.level." + said.level()),
                                                String.format(Locale.ROOT, "%+.1f", said.weight()))),
                        match.doubts().stream().map(doubt -> words.text("link.doubt." + doubt)))
                .collect(Collectors.joining("; "));
    }
}
