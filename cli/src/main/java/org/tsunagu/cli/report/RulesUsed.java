package org.tsunagu.cli.report;

import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.codes.table.Basis;
import org.tsunagu.rules.Judgement;
import org.tsunagu.rules.decision.Reason;

/// Which rows of the official tables decided, and for how many documents (使った規則). There are as many as the tables
/// have rows, however many documents there are.
final class RulesUsed {

    private static final Comparator<Basis> BY_NAME =
            Comparator.comparing(Basis::table).thenComparing(Basis::row).thenComparing(Basis::certainty);

    private final Map<Basis, Use> uses = new HashMap<>();
    /// The same uses, found without comparing: the tables give the same object for the same row.
    private final IdentityHashMap<Basis, Use> byIdentity = new IdentityHashMap<>();
    private long judgements;

    void add(Judgement judgement) {
        judgements++;
        Reasons.forEach(judgement, this::add);
    }

    private void add(Reason reason) {
        var use = byIdentity.computeIfAbsent(reason.basis(), basis -> uses.computeIfAbsent(basis, equal -> new Use()));
        if (use.last != judgements) {
            use.last = judgements;
            use.documents++;
        }
    }

    /// Every row used, in the order of the tables.
    List<Basis> all() {
        return uses.keySet().stream().sorted(BY_NAME).toList();
    }

    /// The rows whose mark must be shown.
    List<Basis> uncertain() {
        return all().stream().filter(basis -> basis.certainty().mustBeShown()).toList();
    }

    /// For how many documents a row was used.
    long documents(Basis basis) {
        var use = uses.get(basis);
        return use == null ? 0 : use.documents;
    }

    private static final class Use {
        private long documents;
        private long last;
    }
}
