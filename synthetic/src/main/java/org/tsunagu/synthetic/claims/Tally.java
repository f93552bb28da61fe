package org.tsunagu.synthetic.claims;

import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.synthetic.course.Bands;
import org.tsunagu.synthetic.course.Targets;

/// What was claimed, by age, lifestyle disease and kind (集計). Adding up tallies in any order gives the
/// same numbers.
public final class Tally {

    private static final int YEN_A_POINT = 10;

    /// Index 0 is everything outside the lifestyle diseases.
    private final long[][] receipts = new long[Targets.DISEASES + 1][Bands.COUNT];

    private final long[][] yen = new long[Targets.DISEASES + 1][Bands.COUNT];
    private final Map<Kind, Long> byKind = new EnumMap<>(Kind.class);
    private final Map<Kind, Long> decided = new EnumMap<>(Kind.class);
    private final long[] months = new long[Bands.COUNT];
    private final Map<Integer, BitSet> seen = new TreeMap<>();
    private long meals;
    private long returned;

    Tally() {
        // Counts begin at 0.
    }

    /// A member insured in a month.
    void person(int band) {
        months[band]++;
    }

    /// A member who had care in a month of a fiscal year.
    void seen(int fiscalYear, int member) {
        seen.computeIfAbsent(fiscalYear, year -> new BitSet()).set(member);
    }

    /// A claim that was paid.
    void add(Receipt receipt, int band, long cut) {
        var disease = receipt.main().lifestyle().orElse(0);
        // A pharmacy's cost belongs to the disease, but it is not another claim for it.
        receipts[disease][band] += receipt.kind() == Kind.DISPENSING ? 0 : 1;
        yen[disease][band] += receipt.yen() - YEN_A_POINT * cut;
        byKind.merge(receipt.kind(), 1L, Long::sum);
        decided.merge(receipt.kind(), receipt.points() - cut, Long::sum);
        meals += receipt.yen() - YEN_A_POINT * receipt.points();
    }

    void returned() {
        returned++;
    }

    void add(Tally other) {
        for (var i = 0; i < receipts.length; i++) {
            add(receipts[i], other.receipts[i]);
            add(yen[i], other.yen[i]);
        }
        other.byKind.forEach((kind, count) -> byKind.merge(kind, count, Long::sum));
        other.decided.forEach((kind, points) -> decided.merge(kind, points, Long::sum));
        add(months, other.months);
        other.seen.forEach(
                (year, members) -> seen.computeIfAbsent(year, y -> new BitSet()).or(members));
        meals += other.meals;
        returned += other.returned;
    }

    private static void add(long[] to, long[] from) {
        for (var i = 0; i < to.length; i++) {
            to[i] += from[i];
        }
    }

    /// Claims of a disease, 1 to 14, or outside them, 0; those of pharmacies left out.
    public long receipts(int disease, int band) {
        return receipts[disease][band];
    }

    /// Yen of a disease, those of pharmacies included.
    public long yen(int disease, int band) {
        return yen[disease][band];
    }

    /// Paid claims of a kind.
    public long claims(Kind kind) {
        return byKind.getOrDefault(kind, 0L);
    }

    /// All paid claims.
    public long claims() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Claims sent back.
    public long returnedClaims() {
        return returned;
    }

    /// Points of a kind as decided.
    public long points(Kind kind) {
        return decided.getOrDefault(kind, 0L);
    }

    /// Yen of meals.
    public long mealYen() {
        return meals;
    }

    /// Months of membership of a band.
    public long personMonths(int band) {
        return months[band];
    }

    /// Whether a member had care in a fiscal year.
    boolean isSeen(int fiscalYear, int member) {
        return seen.getOrDefault(fiscalYear, new BitSet()).get(member);
    }
}
