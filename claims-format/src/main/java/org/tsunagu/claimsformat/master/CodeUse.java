package org.tsunagu.claimsformat.master;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.tsunagu.codes.table.Table;

/// Which codes of claims the masters do not know (未解決コード), counted by kind and code; of very many
/// different ones the further ones are counted together.
public final class CodeUse {

    private static final int LENGTH = 9;
    private static final int MOST_CODES = 1_000;

    private final Masters masters;
    private final List<Beginning> beginnings = new ArrayList<>();
    private final Map<MasterKind, Map<String, Long>> unknown = new EnumMap<>(MasterKind.class);
    private final Map<MasterKind, Long> further = new EnumMap<>(MasterKind.class);
    private final Map<MasterKind, Long> used = new EnumMap<>(MasterKind.class);

    /// Nothing used yet.
    public CodeUse(Masters masters) {
        this.masters = masters;
        for (var row : Table.read("master/code-kinds", CodeUse.class.getResourceAsStream("code-kinds.tsv"))
                .rows()) {
            var kind = row.text("kind");
            beginnings.add(new Beginning(
                    row.text("first_digits"),
                    kind.equals("none") ? Optional.empty() : Optional.of(MasterKind.valueOf(kind))));
        }
    }

    /// What a code of nine digits that begins so is (コードの先頭と種類).
    private record Beginning(String digits, Optional<MasterKind> kind) {}

    /// Takes a code of nine digits by the master that its first digits name; any other is passed over.
    public void line(String code, YearMonth month) {
        if (code.length() != LENGTH) {
            return;
        }
        for (var beginning : beginnings) {
            if (code.startsWith(beginning.digits())) {
                beginning.kind().ifPresent(kind -> code(kind, code, month));
                return;
            }
        }
    }

    /// Takes a code of a kind.
    public void code(MasterKind kind, String code, YearMonth month) {
        used.merge(kind, 1L, Long::sum);
        if (masters.has(kind) && !masters.find(kind, code, month).isFound()) {
            var codes = unknown.computeIfAbsent(kind, first -> new TreeMap<>());
            if (codes.size() < MOST_CODES || codes.containsKey(code)) {
                codes.merge(code, 1L, Long::sum);
            } else {
                further.merge(kind, 1L, Long::sum);
            }
        }
    }

    /// Says which masters are missing and which codes none of the loaded ones knows.
    ///
    /// @param store where the masters lie, as it is told
    public void report(Reporter reporter, MasterTexts texts, String store) {
        var place = Place.of(store);
        missing()
                .forEach((kind, count) -> reporter.report(
                        "CLM-MASTER-MISSING",
                        place,
                        "kind",
                        texts.name(kind),
                        "count",
                        count.toString(),
                        "store",
                        store));
        for (var kind : MasterKind.values()) {
            unknown(kind)
                    .forEach((code, count) -> reporter.report(
                            "CLM-CODE-UNRESOLVED",
                            place,
                            "kind",
                            texts.name(kind),
                            "code",
                            code,
                            "count",
                            count.toString()));
        }
    }

    /// The kinds that were needed and of which no edition is loaded, with how often.
    public Map<MasterKind, Long> missing() {
        var missing = new EnumMap<>(used);
        missing.keySet().removeIf(masters::has);
        return missing;
    }

    /// The codes of a kind that no loaded edition knows, with how often.
    public Map<String, Long> unknown(MasterKind kind) {
        var codes = unknown.get(kind);
        return codes == null ? Map.of() : codes;
    }

    /// How often a code of a kind was needed.
    public long used(MasterKind kind) {
        return used.getOrDefault(kind, 0L);
    }

    /// How often codes of a kind were not known.
    public long unknownUses(MasterKind kind) {
        return unknown(kind).values().stream().mapToLong(Long::longValue).sum() + further.getOrDefault(kind, 0L);
    }
}
