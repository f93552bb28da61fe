package org.tsunagu.checkupformat.archive;

import java.util.Locale;
import java.util.Set;

/// What a file of an archive is by its path (ファイルの位置づけ). What it holds, its content says.
public enum EntryKind {
    /// The index (交換用基本情報), `ix08_V08.xml`.
    INDEX,
    /// The summary (集計情報), `su08_V08.xml`.
    SUMMARY,
    /// A checkup or guidance document in `DATA`.
    DATA,
    /// A settlement file in `CLAIMS`.
    CLAIMS,
    /// A schema in `XSD`; never used.
    SCHEMA,
    /// A ZIP within the ZIP.
    NESTED_ZIP,
    /// Anything else, also what operating systems leave behind.
    STRAY;

    private static final Set<String> LITTER = Set.of("__macosx", ".ds_store", "thumbs.db", "desktop.ini");

    /// The kind of an entry. Archives without a root folder, or without `DATA` and `CLAIMS`, are understood as well.
    static EntryKind of(String path) {
        var folders = path.toLowerCase(Locale.ROOT).split("/");
        var name = folders[folders.length - 1];
        for (var folder : folders) {
            if (LITTER.contains(folder)) {
                return STRAY;
            }
        }
        if (name.endsWith(".zip")) {
            return NESTED_ZIP;
        }
        if (!name.startsWith("._") && (name.endsWith(".xml") || name.endsWith(".xsd"))) {
            return inFolder(folders, name);
        }
        return STRAY;
    }

    private static EntryKind inFolder(String[] folders, String name) {
        for (var i = 0; i < folders.length - 1; i++) {
            if (folders[i].equals("xsd")) {
                return SCHEMA;
            }
        }
        var folder = folders.length < 2 ? "" : folders[folders.length - 2];
        return switch (folder) {
            case "data" -> name.endsWith(".xml") ? DATA : STRAY;
            case "claims" -> name.endsWith(".xml") ? CLAIMS : STRAY;
            default -> byName(name);
        };
    }

    private static EntryKind byName(String name) {
        return switch (name) {
            case "ix08_v08.xml" -> INDEX;
            case "su08_v08.xml" -> SUMMARY;
            default -> name.endsWith(".xsd") ? SCHEMA : byLetter(name.charAt(0));
        };
    }

    private static EntryKind byLetter(char letter) {
        return switch (letter) {
            case 'h', 'g' -> DATA;
            case 'c', 'p' -> CLAIMS;
            default -> STRAY;
        };
    }
}
