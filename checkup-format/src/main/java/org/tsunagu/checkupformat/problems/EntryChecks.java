package org.tsunagu.checkupformat.problems;

import java.util.Optional;
import java.util.function.Consumer;
import org.tsunagu.checkupformat.spill.SeenSet;
import org.tsunagu.codes.problem.Place;

/// The checks of one entry by its path (ファイル名のチェック): CHK-ARC-007, CHK-ARC-008, ARCHIVE-DUPLICATE.
final class EntryChecks {

    private static final String MET = "M/";
    private static final String ALL_LETTERS = "hgcp";

    private final SeenSet seen;
    private final Findings archive;
    private Consumer<Consumer<String>> allNames = action -> {};
    private boolean hasClaims;
    private boolean knowsKind;
    private boolean hasFreeNames;
    private long waiting;

    /// The two folders of documents (フォルダ), with the letters of the files in it, results before guidance.
    private enum Folder {
        DATA("hg"),
        CLAIMS("cp");

        private final String letters;

        Folder(String letters) {
            this.letters = letters;
        }

        static Optional<Folder> of(String path) {
            var folder = FileName.folder(path);
            for (var one : values()) {
                if (folder.equalsIgnoreCase(one.name())) {
                    return Optional.of(one);
                }
            }
            return Optional.empty();
        }

        boolean has(char letter) {
            return letters.indexOf(letter) >= 0;
        }

        /// The key of a file in this folder that has the same name as another but for the letter.
        String key(String base, Folder of) {
            return name() + "/" + letters.charAt(of.letters.indexOf(base.charAt(0))) + base.substring(1);
        }

        Folder other() {
            return this == DATA ? CLAIMS : DATA;
        }
    }

    EntryChecks(SeenSet seen, Findings archive) {
        this.seen = seen;
        this.archive = archive;
    }

    /// Remembers which files there are, if pairs are to be looked for.
    void know(Consumer<Consumer<String>> names, boolean claims) {
        allNames = names;
        hasClaims = claims;
        if (hasClaims) {
            allNames.accept(name -> Folder.of(name).ifPresent(folder -> remember(FileName.base(name), folder)));
        }
    }

    private void remember(String base, Folder folder) {
        if (!base.isEmpty() && folder.has(base.charAt(0))) {
            seen.add(folder.key(base, folder));
        }
    }

    /// What the index says about names.
    void namesAreFree(boolean free) {
        knowsKind = true;
        hasFreeNames = free;
    }

    void check(String name, Findings findings) {
        if (!seen.add(MET + name)) {
            findings.file("ARCHIVE-DUPLICATE", "actual", FileName.base(name));
            return;
        }
        if (!isRegular(name)) {
            if (!knowsKind) {
                waiting++;
            } else if (!hasFreeNames) {
                findings.file("CHK-ARC-008");
            }
        }
        if (hasClaims && lacksPair(name)) {
            findings.file("CHK-ARC-007");
        }
    }

    private static boolean isRegular(String path) {
        var base = FileName.base(path);
        return FileName.isRegular(base)
                && Folder.of(path).map(folder -> folder.has(base.charAt(0))).orElse(true);
    }

    /// A name whose letter does not belong into its folder has no pair to look for: CHK-ARC-008 says what is wrong.
    private boolean lacksPair(String path) {
        var base = FileName.base(path);
        return Folder.of(path)
                .filter(folder -> !base.isEmpty() && folder.has(base.charAt(0)))
                .filter(folder -> !seen.contains(folder.other().key(base, folder)))
                .isPresent();
    }

    /// Irregular names that were met before the index are judged now, walking the names once more instead of keeping
    /// them. Without an index the rule holds.
    void finish() {
        if (waiting > 0 && !hasFreeNames) {
            allNames.accept(this::judgeLate);
        }
    }

    private void judgeLate(String name) {
        if (waiting > 0 && isDocument(name) && !isRegular(name)) {
            waiting--;
            new Findings(Place.of(archive.place().file(), name), archive.reporter()).file("CHK-ARC-008");
        }
    }

    private static boolean isDocument(String name) {
        var base = FileName.base(name);
        var isInFolder = Folder.of(name).isPresent();
        return Layout.isDocument(base) && (isInFolder || (!base.isEmpty() && ALL_LETTERS.indexOf(base.charAt(0)) >= 0));
    }
}
