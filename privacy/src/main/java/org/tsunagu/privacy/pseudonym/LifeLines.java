package org.tsunagu.privacy.pseudonym;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tsunagu.privacy.pseudonym.LifeLine.Basis;

/// Joins the rows of registers that are one person (保険者・年度をまたぐ名寄せ): by numbers they share, whatever their history;
/// then by name in kana, birth date and sex, where these mean exactly one row at each insurer. Twins with one name, and
/// two
/// people of one name at one insurer, are therefore never joined by name.
public final class LifeLines {

    private final List<Enrolled> rows;
    private final int[] leader;
    private final Map<Integer, Basis> bases = new HashMap<>();

    private LifeLines(List<Enrolled> rows) {
        this.rows = rows.stream()
                .sorted(Comparator.comparing(Enrolled::since).thenComparing(Enrolled::key))
                .toList();
        this.leader = new int[rows.size()];
        for (var i = 0; i < leader.length; i++) {
            leader[i] = i;
        }
    }

    /// The people there are, in the order of their oldest rows.
    public static List<LifeLine> of(List<Enrolled> rows) {
        var lines = new LifeLines(rows);
        lines.byNumber();
        lines.byName();
        return lines.lines();
    }

    private void byNumber() {
        var first = new HashMap<String, Integer>();
        for (var i = 0; i < rows.size(); i++) {
            for (var number : rows.get(i).numbers()) {
                // A number of a household is not one person's: only with a branch it is.
                if (number.isGiven() && !number.branch().isEmpty()) {
                    var other = first.putIfAbsent(number.canonical(), i);
                    if (other != null) {
                        join(other, i, Basis.NUMBER);
                    }
                }
            }
        }
    }

    private void byName() {
        var byName = new LinkedHashMap<String, List<Integer>>();
        for (var i = 0; i < rows.size(); i++) {
            var name = rows.get(i).nameKey();
            if (!name.isEmpty()) {
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(i);
            }
        }
        for (var same : byName.values()) {
            if (isOneAtEachInsurer(same)) {
                same.forEach(i -> join(same.getFirst(), i, Basis.NAME));
            }
        }
    }

    /// Rows that were joined by number before count as one.
    private boolean isOneAtEachInsurer(List<Integer> same) {
        var lines = new HashMap<String, HashSet<Integer>>();
        for (var i : same) {
            lines.computeIfAbsent(rows.get(i).insurer(), insurer -> new HashSet<>())
                    .add(root(i));
        }
        return lines.values().stream().allMatch(one -> one.size() == 1);
    }

    private void join(int a, int b, Basis basis) {
        var one = root(a);
        var two = root(b);
        if (one != two) {
            var first = Math.min(one, two);
            leader[Math.max(one, two)] = first;
            var before = bases.getOrDefault(first, Basis.SINGLE);
            var other = bases.getOrDefault(Math.max(one, two), Basis.SINGLE);
            var weakest = before.compareTo(other) > 0 ? before : other;
            bases.put(first, weakest.compareTo(basis) > 0 ? weakest : basis);
        }
    }

    private int root(int i) {
        var at = i;
        while (leader[at] != at) {
            leader[at] = leader[leader[at]];
            at = leader[at];
        }
        return at;
    }

    private List<LifeLine> lines() {
        var lines = new LinkedHashMap<Integer, List<Enrolled>>();
        for (var i = 0; i < rows.size(); i++) {
            lines.computeIfAbsent(root(i), first -> new ArrayList<>()).add(rows.get(i));
        }
        return lines.entrySet().stream()
                .map(line -> new LifeLine(line.getValue(), bases.getOrDefault(line.getKey(), Basis.SINGLE)))
                .toList();
    }
}
