package org.tsunagu.cli.command;

import de.siegmar.fastcsv.reader.CsvParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tsunagu.cli.link.LinkColumns;
import org.tsunagu.cli.link.LinkFile;
import org.tsunagu.cli.link.LinkMessages;
import org.tsunagu.cli.link.PairRows;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.output.PartialFile;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.linkage.column.Column;
import org.tsunagu.linkage.column.Columns;
import org.tsunagu.linkage.column.Records;
import org.tsunagu.linkage.model.Linker;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `link`: which records of two files belong together (名寄せ).
@Command(name = "link", sortOptions = false)
final class LinkCommand implements Callable<Integer> {

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
        if (files.size() > 2) { // an arity of 1..2 is given again and again by the parser
            throw new UnusableCall(words.text("link.files", "file", files.get(2).toString()));
        }
        var target = ResultFile.of(out, files, words);
        if (!(least >= 0 && least <= 1)) {
            throw unusable("--least", Double.toString(least));
        }
        if (threads < 1) {
            throw unusable("--threads", Integer.toString(threads));
        }
        var headings = id.split("=", 2);
        var left = read(files.getFirst(), headings[0]);
        var right = files.size() == 1 ? left : read(files.get(1), headings[headings.length - 1]);
        try (var output = OutputFolder.open(target.folder(), List.of(target.name()), List.of())) {
            link(left, right, Set.copyOf(Arrays.asList(headings)), output.file(target.name()));
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
            throw new UnusableCall(words.text(ResultFile.unread(e), "file", path.toString()));
        }
    }

    private void link(LinkFile left, LinkFile right, Set<String> ids, PartialFile file) {
        var says = new LinkMessages(words, screen);
        var chosen = chosen(left.records(), right.records(), ids);
        if (chosen.isEmpty()) {
            throw new UnusableCall(words.text("link.nothing"));
        }
        if (chosen.size() > Linker.MOST_FIELDS) {
            throw new UnusableCall(words.text("link.many", "most", Integer.toString(Linker.MOST_FIELDS)));
        }
        says.comparing(chosen);
        var prepared = Columns.prepare(left.records(), right.records(), chosen);
        var linked =
                new Linker(prepared.fields(), prepared.doubts(), files.size() == 1, threads).link(isOneToOne, least);
        if (isShowingRules) {
            says.rules(linked.rules());
        }
        new PairRows(left.ids(), right.ids(), words).write(linked.matches(), file);
        says.summary(linked, left.ids().size(), right.ids().size(), out);
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
}
