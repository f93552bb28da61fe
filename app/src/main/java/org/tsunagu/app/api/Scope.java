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
    /// Figures of the running program, for whoever watches over it (稼働状況の監視).
    METRICS("metrics.read", Permission.VIEW_METRICS),
    /// Checkups as FHIR documents (健診結果報告書), in the words of SMART; so are the next two.
    FHIR_BUNDLE("system/Bundle.read"),
    /// Members as FHIR resources (受診者).
    FHIR_PATIENT("system/Patient.read"),
    /// Results as FHIR resources (検査結果).
    FHIR_OBSERVATION("system/Observation.read"),
    /// Have it decided whether data may be given (情報提供の可否の判断).
    DISCLOSURES("disclosures", Permission.EXPORT);

    private static final String AUTHORITY = "SCOPE_";

    private final String word;
    private final Optional<Permission> permission;

    Scope(String word, Permission permission) {
        this.word = word;
        this.permission = Optional.of(permission);
    }

    /// One that opens its own addresses and nothing else.
    Scope(String word) {
        this.word = word;
        this.permission = Optional.empty();
    }

    /// Whether only systems of the insurer itself may have it: its answers leave without a decision about
    /// each person.
    public boolean isOwn() {
        return permission.isEmpty() || this == PERSONS || this == TASKS;
    }

    /// The word in requests and tokens.
    public String word() {
        return word;
    }

    /// What it allows everywhere; empty for one that opens its own addresses only.
    public Optional<Permission> permission() {
        return permission;
    }

    /// How the rules of addresses name it.
    String authority() {
        return AUTHORITY + word;
    }

    /// The scope of a word.
    public static Optional<Scope> of(String word) {
        return Arrays.stream(values()).filter(scope -> scope.word.equals(word)).findFirst();
    }
}
