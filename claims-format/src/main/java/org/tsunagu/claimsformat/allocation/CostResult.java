package org.tsunagu.claimsformat.allocation;

import java.time.YearMonth;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// What came of a cost run (配分の結果).
public final class CostResult {

    private final Map<CostGroups.Kind, Map<Method, CostCells>> cells = new EnumMap<>(CostGroups.Kind.class);
    private final Map<Method, Long> allocatedPoints = new EnumMap<>(Method.class);
    private final Map<Method, Long> allocatedYen = new EnumMap<>(Method.class);
    private final SortedMap<String, KindSum> sums = new TreeMap<>();
    private long decidedPoints;
    private long decidedYen;
    private long publicOnlyYen;
    private long dispensedPoints;
    private long unmatchedPoints;
    private Optional<YearMonth> first = Optional.empty();
    private Optional<YearMonth> last = Optional.empty();

    CostResult(CostSettings settings) {
        for (var kind : CostGroups.Kind.values()) {
            var byMethod = new EnumMap<Method, CostCells>(Method.class);
            for (var method : Method.values()) {
                var bands = settings.bands().all().size();
                byMethod.put(
                        method, new CostCells(bands, settings.groups().of(kind).size()));
            }
            cells.put(kind, byMethod);
        }
        for (var method : Method.values()) {
            allocatedPoints.put(method, 0L);
            allocatedYen.put(method, 0L);
        }
    }

    /// The sums of a classification by a method; claims on public payers alone are not in them.
    public CostCells cells(CostGroups.Kind kind, Method method) {
        var byMethod = cells.get(kind);
        var found = byMethod == null ? null : byMethod.get(method);
        if (found == null) {
            throw new IllegalStateException(kind + " by " + method);
        }
        return found;
    }

    void addAllocated(Method method, long points, long yen) {
        allocatedPoints.merge(method, points, Long::sum);
        allocatedYen.merge(method, yen, Long::sum);
    }

    void addDecided(long points, long yen, boolean isPublicOnly) {
        decidedPoints += points;
        decidedYen += yen;
        publicOnlyYen += isPublicOnly ? yen : 0;
    }

    void addDispensing(long points, long unmatched) {
        dispensedPoints += points;
        unmatchedPoints += unmatched;
    }

    void addMonth(YearMonth month) {
        first = first.filter(known -> !known.isAfter(month)).or(() -> Optional.of(month));
        last = last.filter(known -> !known.isBefore(month)).or(() -> Optional.of(month));
    }

    KindSum sum(String key) {
        return sums.computeIfAbsent(key, first -> new KindSum());
    }

    /// Sums by kind and place: `MED inpatient`, `MED outpatient`, `PHA outpatient`, and with `public`
    /// behind for claims on public payers alone.
    public SortedMap<String, KindSum> sums() {
        return sums;
    }

    /// Points of all counted claims as decided.
    public long decidedPoints() {
        return decidedPoints;
    }

    /// Points given to diseases and buckets by a method.
    public long allocatedPoints(Method method) {
        return allocatedPoints.getOrDefault(method, 0L);
    }

    /// Yen of all counted claims.
    public long decidedYen() {
        return decidedYen;
    }

    /// Yen of claims on public payers alone, which no table holds.
    public long publicOnlyYen() {
        return publicOnlyYen;
    }

    /// Points of dispensing.
    public long dispensedPoints() {
        return dispensedPoints;
    }

    /// Points of dispensing whose prescriber's claim was not found.
    public long unmatchedPoints() {
        return unmatchedPoints;
    }

    /// The first care month; empty without claims.
    public Optional<YearMonth> first() {
        return first;
    }

    /// The last care month; empty without claims.
    public Optional<YearMonth> last() {
        return last;
    }

    /// Whether every method gives out exactly what was decided, point for point and yen for yen, and
    /// every table holds exactly what is not on public payers alone. Anything else is a mistake of the
    /// program.
    public boolean isExact() {
        for (var method : Method.values()) {
            var isExact =
                    allocatedPoints(method) == decidedPoints && allocatedYen.getOrDefault(method, 0L) == decidedYen;
            for (var kind : CostGroups.Kind.values()) {
                isExact &= cells(kind, method).totalYen() + publicOnlyYen == decidedYen;
            }
            if (!isExact) {
                return false;
            }
        }
        return true;
    }
}
