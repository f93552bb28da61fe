package org.tsunagu.claimsformat.master;

import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagu.claimsformat.master.Source.BeyondLimit;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Loads the official files of a folder into the store (マスターの読み込み). Complete files come first,
/// differentials are laid upon the newest edition of their time; the same content is recognised and
/// changes nothing.
public final class MasterLoader {

    private final MasterStore store;
    private final Reporter problems;
    private final List<Loaded> loaded = new ArrayList<>();

    private MasterLoader(MasterStore store, Reporter problems) {
        this.store = store;
        this.problems = problems;
    }

    /// Loads all masters in a folder or a single file.
    ///
    /// @param sink takes everything that is wrong
    /// @return what was loaded or known, in the order of loading
    public static List<Loaded> load(Path folder, MasterStore store, Consumer<Problem> sink) {
        var problems = MasterChecks.reporter(sink);
        var loader = new MasterLoader(store, problems);
        for (var source : Sources.in(folder, problems)) {
            loader.load(source);
        }
        return List.copyOf(loader.loaded);
    }

    private void load(Source source) {
        try {
            var bytes = source.content().read();
            var hash = sha256(bytes);
            var known = store.madeFrom(source.name(), hash);
            if (known.isPresent()) {
                problems.report(
                        "MST-KNOWN",
                        source.place(),
                        "kind",
                        source.name().kind().prefix(),
                        "edition",
                        known.get().date().toString());
                loaded.add(new Loaded(path(source), known.get(), hash, false));
            } else {
                content(source, bytes, hash);
            }
        } catch (BeyondLimit e) {
            problems.report("MST-LIMIT", source.place(), "reason", Sources.reason(e));
        } catch (IOException e) {
            problems.report("MST-UNREADABLE", source.place(), "reason", Sources.reason(e));
        }
    }

    private void content(Source source, byte[] bytes, String hash) {
        var name = source.name();
        var set = RowSet.read(bytes, name.kind(), source.place(), problems);
        if (set.isRefused()) {
            return;
        }
        var before = store.editions(name.kind()).stream()
                .filter(edition -> !edition.date().isAfter(name.edition()))
                .reduce((older, newer) -> newer);
        var isWhole = name.saysAll() || set.hasUnchanged() || (before.isEmpty() && set.isListOfAbolished());
        if (!isWhole && before.isEmpty()) {
            problems.report("MST-DIFF-ALONE", source.place());
            return;
        }
        if (isWhole
                && before.filter(edition -> edition.date().equals(name.edition()))
                        .isPresent()) {
            problems.report(
                    "MST-EDITION-TWICE",
                    source.place(),
                    "kind",
                    name.kind().prefix(),
                    "edition",
                    name.edition().toString(),
                    "stored",
                    EditionFile.name(name.kind(), name.edition()));
            return;
        }
        var old = before.map(store::rows).orElse(Map.of());
        var rows = isWhole ? set.whole() : Differential.upon(old, set, problems);
        keep(source, hash, isWhole ? Optional.empty() : before, old, rows);
    }

    private void keep(
            Source source, String hash, Optional<Edition> base, Map<String, String> old, Map<String, String> rows) {
        var name = source.name();
        var hashes = new ArrayList<>(base.map(Edition::hashes).orElse(List.of()));
        hashes.add(hash);
        var difference = Difference.between(old, rows, Layout.of(name.kind()));
        var edition = new Edition(
                name.kind(),
                name.edition(),
                base.isPresent(),
                rows.size(),
                difference.added(),
                difference.changed(),
                difference.abolished(),
                List.copyOf(hashes),
                lastPart(path(source)));
        if (store.keep(edition, rows)) {
            loaded.add(new Loaded(path(source), edition, hash, true));
        }
    }

    private static String path(Source source) {
        var place = source.place();
        return place.entry().isEmpty() ? place.file() : place.file() + "/" + place.entry();
    }

    private static String lastPart(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
