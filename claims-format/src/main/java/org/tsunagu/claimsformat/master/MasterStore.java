package org.tsunagu.claimsformat.master;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// The editions that were loaded (マスターの保存先): a folder with one file an edition, side by side.
public final class MasterStore {

    private final Path folder;
    private final Reporter problems;
    private final List<Edition> editions = new ArrayList<>();

    private MasterStore(Path folder, Reporter problems) {
        this.folder = folder;
        this.problems = problems;
    }

    /// Opens a store; one that is not there yet is empty.
    ///
    /// @param sink takes what is wrong with it
    public static MasterStore open(Path folder, Consumer<Problem> sink) {
        var store = new MasterStore(folder, MasterChecks.reporter(sink));
        if (Files.isDirectory(folder)) {
            try (var files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".tsv")).sorted().forEach(store::take);
            } catch (IOException e) {
                store.problems.report("MST-STORE", Place.of(folder.toString()), "reason", reason(e));
            }
        }
        store.editions.sort(Edition.ORDER);
        return store;
    }

    private void take(Path file) {
        try {
            editions.add(EditionFile.about(file));
        } catch (IOException e) {
            problems.report("MST-STORE", Place.of(file.toString()), "reason", reason(e));
        }
    }

    private static String reason(IOException failure) {
        return String.valueOf(failure.getMessage());
    }

    /// Everything there is, by kind and date.
    public List<Edition> editions() {
        return List.copyOf(editions);
    }

    /// The editions of a kind, the oldest first.
    public List<Edition> editions(MasterKind kind) {
        return editions.stream().filter(edition -> edition.kind() == kind).toList();
    }

    /// The edition of a day if a file with this hash went into it; the same content of another day is
    /// another edition.
    Optional<Edition> madeFrom(FileName name, String hash) {
        return editions(name.kind()).stream()
                .filter(edition -> edition.date().equals(name.edition()))
                .filter(edition -> edition.hashes().contains(hash))
                .findFirst();
    }

    /// All columns of an edition; nothing, with a finding, when its file is damaged.
    Map<String, String> rows(Edition edition) {
        return read(edition, EditionFile::rows);
    }

    /// The columns that are read of an edition; nothing, with a finding, when its file is damaged.
    Map<String, String> fields(Edition edition) {
        return read(edition, EditionFile::fields);
    }

    private Map<String, String> read(Edition edition, Reading reading) {
        var file = folder.resolve(EditionFile.name(edition.kind(), edition.date()));
        try {
            return reading.of(file);
        } catch (IOException e) {
            problems.report("MST-STORE", Place.of(file.toString()), "reason", reason(e));
            return Map.of();
        }
    }

    /// A way to read an edition (読み方).
    @FunctionalInterface
    private interface Reading {
        Map<String, String> of(Path file) throws IOException;
    }

    /// Keeps an edition in the place of the one of the same kind and date.
    ///
    /// @return whether it could be written
    boolean keep(Edition edition, Map<String, String> rows) {
        try {
            EditionFile.write(folder, edition, rows);
        } catch (IOException e) {
            problems.report("MST-STORE-WRITE", Place.of(folder.toString()), "reason", reason(e));
            return false;
        }
        editions.removeIf(other -> Edition.ORDER.compare(other, edition) == 0);
        editions.add(edition);
        editions.sort(Edition.ORDER);
        return true;
    }
}
