package org.tsunagu.cli.masters;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.claimsformat.master.Edition;
import org.tsunagu.claimsformat.master.Loaded;
import org.tsunagu.claimsformat.master.MasterTexts;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;
import org.tsunagu.codes.problem.Problem;

/// What `masters` says (マスターの表示): a line an edition, and what is wrong with the files.
public final class MasterLines {

    private static final int MOST_OF_A_KIND = 20;

    private final Words words;
    private final Screen screen;
    private final MasterTexts texts;
    private final Map<String, Integer> counts = new HashMap<>();
    private boolean hasErrors;

    /// Speaks on a screen.
    public MasterLines(Words words, Screen screen) {
        this.words = words;
        this.screen = screen;
        this.texts = MasterTexts.in(words.language().locale());
    }

    /// Says what is wrong; of many of a kind only the first ones.
    public void problem(Problem problem) {
        hasErrors |= problem.severity().refuses();
        if (counts.merge(problem.code(), 1, Integer::sum) <= MOST_OF_A_KIND) {
            screen.err().println(texts.text(problem));
        }
    }

    /// Whether something was not taken.
    public boolean hasErrors() {
        return hasErrors;
    }

    /// Says what was loaded, and what was left unsaid.
    public void loaded(List<Loaded> loaded, String store) {
        counts.forEach((code, count) -> {
            if (count > MOST_OF_A_KIND) {
                screen.err()
                        .println(words.text(
                                "masters.more", "count", words.number(count - MOST_OF_A_KIND), "check", code));
            }
        });
        heading();
        loaded.forEach(one -> line(one.edition(), one.file(), one.hash()));
        var fresh = loaded.stream().filter(Loaded::isNew).count();
        screen.out()
                .println(words.text(
                        "masters.loaded",
                        "loaded",
                        words.number(fresh),
                        "known",
                        words.number(loaded.size() - fresh),
                        "store",
                        store));
        flush();
    }

    /// Says what the store holds.
    public void list(List<Edition> editions, String store) {
        if (editions.isEmpty()) {
            screen.out().println(words.text("masters.none", "store", store));
        } else {
            heading();
            editions.forEach(edition -> line(edition, edition.file(), edition.hash()));
        }
        flush();
    }

    private void heading() {
        screen.out().println(words.text("masters.heading"));
    }

    private void line(Edition edition, String file, String hash) {
        screen.out()
                .println(words.text(
                        edition.isMerged() ? "masters.line.merged" : "masters.line",
                        "kind",
                        texts.name(edition.kind()),
                        "edition",
                        edition.date().toString(),
                        "rows",
                        words.number(edition.rows()),
                        "added",
                        words.number(edition.added()),
                        "changed",
                        words.number(edition.changed()),
                        "abolished",
                        words.number(edition.abolished()),
                        "hash",
                        hash,
                        "file",
                        file));
    }

    private void flush() {
        screen.err().flush();
        screen.out().flush();
    }
}
