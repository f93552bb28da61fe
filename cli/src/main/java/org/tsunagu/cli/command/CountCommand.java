package org.tsunagu.cli.command;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.tsunagu.cli.count.FigureRows;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.measures.Measure;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.DuckEngine;
import org.tsunagu.measures.count.Engine;
import org.tsunagu.measures.mart.MartFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `count`: figures over many people from a mart (指標の集計).
@Command(name = "count", sortOptions = false)
final class CountCommand implements Callable<Integer> {

    private static final String ALL = "ALL";
    private static final String UNMATCHED = "CLAIMS-UNMATCHED";
    private static final Set<String> CLAIMS = Set.of("claim", "claim_disease");

    private final Words words;
    private final Screen screen;

    @Parameters(paramLabel = "MEASURE", arity = "0..*", descriptionKey = "measures")
    List<String> keys = List.of();

    @Option(names = "--list", descriptionKey = "list")
    boolean isListing;

    @Option(names = "--mart", paramLabel = "DIR", descriptionKey = "mart")
    Path mart = Path.of("mart");

    @Option(names = "--by", split = ",", paramLabel = "STRATUM", descriptionKey = "by")
    List<String> by = List.of();

    @Option(names = "--engine", paramLabel = "duckdb|spark", descriptionKey = "engine")
    String engine = "duckdb";

    @Option(names = "--out", paramLabel = "OUT.csv", descriptionKey = "out")
    Path out = Path.of("");

    @Mixin
    CommonOptions common = new CommonOptions();

    CountCommand(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    @Override
    public Integer call() {
        if (isListing) {
            new FigureRows(words.language().locale(), List.of()).list(screen.out());
            screen.out().flush();
            return ExitStatus.CLEAN;
        }
        var measures = measures();
        if (!Measure.STRATA.containsAll(by)) {
            throw new UnusableCall(words.text("count.by", "strata", String.join(",", Measure.STRATA)));
        }
        var csv = new CsvBytes();
        count(measures, csv);
        if (out.toString().isEmpty()) {
            screen.out().print(new String(csv.toByteArray(), StandardCharsets.UTF_8));
            screen.out().flush();
        } else {
            write(csv);
        }
        return ExitStatus.CLEAN;
    }

    private List<Measure> measures() {
        if (keys.isEmpty()) {
            throw new UnusableCall(words.text("count.which"));
        }
        if (keys.equals(List.of(ALL))) {
            return Measures.all();
        }
        var measures = new LinkedHashSet<Measure>();
        for (var key : keys) {
            measures.add(Measures.find(key)
                    .orElseThrow(() -> new UnusableCall(words.text("count.unknown", "measure", key))));
        }
        return List.copyOf(measures);
    }

    private void count(List<Measure> measures, CsvBytes csv) {
        try (var opened = open()) {
            var rows = new FigureRows(words.language().locale(), by);
            rows.write(opened, measures, csv);
            measures.stream()
                    .filter(rows::isSplitByYear)
                    .forEach(measure -> say(words.text("count.year", "measure", measure.key())));
            if (measures.stream().anyMatch(measure -> CLAIMS.contains(measure.table()))) {
                unmatched(opened);
            }
            screen.err().flush();
        } catch (IOException e) {
            throw new UnusableCall(words.text("error.read", "file", mart.toString()));
        } catch (SQLException e) {
            throw new UnusableCall(words.text("count.broken", "file", mart.toString()));
        }
    }

    /// Claims that no figure counts must not vanish silently.
    private void unmatched(Engine opened) {
        for (var figure : opened.count(Measures.find(UNMATCHED).orElseThrow(), List.of())) {
            if (figure.part().compareTo(BigDecimal.ZERO) > 0) {
                say(words.text(
                        "count.unmatched",
                        "claims",
                        words.number(figure.part().longValue()),
                        "all",
                        words.number(figure.whole().longValue())));
            }
        }
    }

    private void say(String sentence) {
        screen.err().println(sentence);
    }

    private Engine open() throws IOException, SQLException {
        if (!engine.equals("duckdb")) {
            throw new UnusableCall(words.text("count.engine", "engine", engine));
        }
        var version = new MartFolder(mart)
                .current()
                .orElseThrow(() -> new UnusableCall(words.text("count.nothing", "folder", mart.toString())));
        var spill = Files.createTempDirectory("tsunagu-count");
        return keys.size() == 1 && !keys.getFirst().equals(ALL)
                ? DuckEngine.over(version, spill)
                : DuckEngine.forMany(version, spill);
    }

    private void write(CsvBytes csv) {
        var target = ResultFile.of(out, List.of(), words);
        try (var output = OutputFolder.open(target.folder(), List.of(target.name()), List.of())) {
            output.file(target.name()).write(csv.array(), 0, csv.length());
            output.finish();
        }
        screen.out().println(words.text("count.written", "file", out.toString()));
        screen.out().flush();
    }
}
