package org.tsunagu.claimsformat.master;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.tsunagu.claimsformat.master.Resolved.How;

/// Says what a code is in a care month (マスターの参照). Editions are read when they are first needed,
/// and a code is looked up once a month. For one thread.
///
/// The order: the newest edition dated on or before the end of the month; the nearest newer one; older
/// ones; the successor of an abolished code. An edition gives a code only if its last usable day
/// (廃止年月日) is not before the month; the day of the last change (変更年月日) says nothing about the
/// beginning.
public final class Masters {

    private static final int MOST_SUCCESSORS = 10;

    private final Function<MasterKind, List<Edition>> editions;
    private final Function<Edition, Map<String, String>> reader;
    private final Map<Edition, Map<String, String>> read = new HashMap<>();
    private final Map<MasterKind, List<Edition>> known = new EnumMap<>(MasterKind.class);
    private final Map<MasterKind, Map<YearMonth, Map<String, Resolved>>> found = new EnumMap<>(MasterKind.class);

    private Masters(Function<MasterKind, List<Edition>> editions, Function<Edition, Map<String, String>> reader) {
        this.editions = editions;
        this.reader = reader;
    }

    /// The masters of a store.
    public static Masters of(MasterStore store) {
        return new Masters(store::editions, store::fields);
    }

    /// No masters at all: every code is `NOT_LOADED`.
    public static Masters none() {
        return new Masters(kind -> List.of(), edition -> Map.of());
    }

    /// Whether any edition of a kind is loaded.
    public boolean has(MasterKind kind) {
        return !editions(kind).isEmpty();
    }

    /// The editions of a kind, the oldest first.
    public List<Edition> editions(MasterKind kind) {
        return known.computeIfAbsent(kind, editions);
    }

    /// The editions that were looked into so far, by kind and date.
    public List<Edition> used() {
        return read.keySet().stream().sorted(Edition.ORDER).toList();
    }

    /// What a code is in a care month.
    public Resolved find(MasterKind kind, String code, YearMonth month) {
        return found.computeIfAbsent(kind, first -> new HashMap<>())
                .computeIfAbsent(month, first -> new HashMap<>())
                .computeIfAbsent(code, asked -> resolve(kind, asked, month));
    }

    private Resolved resolve(MasterKind kind, String code, YearMonth month) {
        if (!has(kind)) {
            return new Resolved(code, Optional.empty(), How.NOT_LOADED);
        }
        var direct = direct(kind, code, month);
        if (direct.isFound()) {
            return direct;
        }
        var next = successor(kind, code);
        for (var steps = 0; next.isPresent() && steps < MOST_SUCCESSORS; steps++) {
            var after = direct(kind, next.get(), month);
            if (after.isFound()) {
                return new Resolved(code, after.row(), How.SUCCESSOR);
            }
            next = successor(kind, next.get());
        }
        return new Resolved(code, Optional.empty(), How.UNRESOLVED);
    }

    private Resolved direct(MasterKind kind, String code, YearMonth month) {
        var all = editions(kind);
        var end = month.atEndOfMonth();
        var older = all.stream().filter(edition -> !edition.date().isAfter(end)).toList();
        var newer = all.subList(older.size(), all.size());
        var row = older.isEmpty() ? Optional.<MasterRow>empty() : usable(older.getLast(), code, month);
        if (row.isPresent()) {
            return new Resolved(code, row, How.IN_FORCE);
        }
        row = newer.isEmpty() ? Optional.empty() : usable(newer.getFirst(), code, month);
        if (row.isPresent()) {
            return new Resolved(code, row, How.NEWER);
        }
        for (var i = older.size() - 2; i >= 0; i--) {
            row = usable(older.get(i), code, month);
            if (row.isPresent()) {
                return new Resolved(code, row, How.OLDER);
            }
        }
        return new Resolved(code, Optional.empty(), How.UNRESOLVED);
    }

    private Optional<MasterRow> usable(Edition edition, String code, YearMonth month) {
        return row(edition, code).filter(row -> row.isUsable(month));
    }

    private Optional<MasterRow> row(Edition edition, String code) {
        return Optional.ofNullable(read.computeIfAbsent(edition, reader).get(code))
                .map(cells -> new MasterRow(edition, code, cells));
    }

    /// The code in the place of an abolished one: for diseases first what the list of abolished
    /// diseases says.
    private Optional<String> successor(MasterKind kind, String code) {
        var places = new ArrayList<Edition>();
        if (kind == MasterKind.DISEASE) {
            places.addAll(editions(MasterKind.ABOLISHED_DISEASE).reversed());
        }
        places.addAll(editions(kind).reversed());
        for (var edition : places) {
            var successor = row(edition, code).flatMap(MasterRow::successor);
            if (successor.isPresent()) {
                return successor;
            }
        }
        return Optional.empty();
    }
}
