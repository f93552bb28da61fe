package org.tsunagu.cli.link;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.linkage.block.Blocking;
import org.tsunagu.linkage.column.Column;
import org.tsunagu.linkage.model.Linker;
import org.tsunagu.linkage.model.Zone;

/// What is said while two files are linked (名寄せの表示).
public final class LinkMessages {

    private static final double NANOSECONDS = 1e9;

    private final Words words;
    private final Screen screen;
    private final long start = System.nanoTime();

    /// Begins to count the time.
    public LinkMessages(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
    }

    /// Which columns are compared, and as what.
    public void comparing(List<Column> columns) {
        var shown = columns.stream()
                .map(column -> column.name() + ":" + column.kind().name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" "));
        screen.err().println(words.text("link.comparing", "columns", shown));
        screen.err().flush();
    }

    /// How many pairs each rule found.
    public void rules(List<Blocking.Used> rules) {
        for (var rule : rules) {
            var pairs = words.number(rule.pairs());
            var passed = words.number(rule.passedOver());
            screen.err().println(words.text("link.rule", "rule", rule.name(), "pairs", pairs, "passed", passed));
        }
    }

    /// What came of it.
    public void summary(Linker.Linked linked, int left, int right, Path out) {
        screen.out()
                .println(words.text(
                        "link.summary",
                        "left",
                        words.number(left),
                        "right",
                        words.number(right),
                        "compared",
                        words.number(linked.compared()),
                        "pairs",
                        words.number(linked.matches().size()),
                        "automatic",
                        count(linked, Zone.AUTOMATIC),
                        "clerical",
                        count(linked, Zone.CLERICAL),
                        "rejected",
                        count(linked, Zone.REJECTED),
                        "seconds",
                        String.format(Locale.ROOT, "%.1f", (System.nanoTime() - start) / NANOSECONDS),
                        "file",
                        out.toString()));
    }

    private String count(Linker.Linked linked, Zone zone) {
        return words.number(
                linked.matches().stream().filter(match -> match.zone() == zone).count());
    }
}
