package org.tsunagu.app.api;

import java.util.Arrays;
import java.util.Optional;
import org.tsunagu.app.access.Permission;

/// What a program may ask for (スコープ). The words are part of the public promise and never change meaning.
public enum Scope {
    /// Members, checkups and judgements (個人の閲覧).
    PERSONS("persons.read", Permission.VIEW_PERSONS),
    /// See, assign and close tasks (作業).
    TASKS("tasks", Permission.WORK),
    /// Hand in files and see what came of them (取り込み).
    DELIVERIES("deliveries", Permission.TAKE_IN),
    /// Counts without persons (件数の閲覧).
    COUNTS("counts.read", Permission.VIEW_COUNTS),
    /// Have it decided whether data may be given (情報提供の可否の判断).
    DISCLOSURES("disclosures", Permission.EXPORT);

    private final String word;
    private final Permission permission;

    Scope(String word, Permission permission) {
        this.word = word;
        this.permission = permission;
    }

    /// The word in requests and tokens.
    public String word() {
        return word;
    }

    /// What it allows.
    public Permission permission() {
        return permission;
    }

    /// The scope of a word.
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
