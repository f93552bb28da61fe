package org.tsunagu.claimsformat.master;

import java.util.Locale;
import java.util.Optional;

/// The base masters there are (マスターの種類), with the beginning of their file names and the letter
/// in column 1.
public enum MasterKind {
    /// Diseases (傷病名).
    DISEASE("b", 'B'),
    /// Abolished diseases with their successors (旧傷病名管理), in the layout of the diseases.
    ABOLISHED_DISEASE("hb", 'B'),
    /// Modifiers of diseases (修飾語).
    MODIFIER("z", 'Z'),
    /// Medical acts (医科診療行為).
    ACT("s", 'S'),
    /// Drugs (医薬品).
    DRUG("y", 'Y'),
    /// Materials (特定器材).
    MATERIAL("t", 'T'),
    /// Comments (コメント).
    COMMENT("c", 'C'),
    /// Tooth notation (歯式).
    TOOTH("f", 'F'),
    /// Dispensing acts (調剤行為).
    DISPENSING_ACT("m", 'M');

    private final String prefix;
    private final char letter;

    MasterKind(String prefix, char letter) {
        this.prefix = prefix;
        this.letter = letter;
    }

    /// How the names of its files begin: `b`, `hb`, `z` and so on.
    public String prefix() {
        return prefix;
    }

    /// What stands in column 1 of every row.
    char letter() {
        return letter;
    }

    /// The kind of a prefix, in either case.
    static Optional<MasterKind> ofPrefix(String prefix) {
        var small = prefix.toLowerCase(Locale.ROOT);
        for (var kind : values()) {
            if (kind.prefix.equals(small)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
