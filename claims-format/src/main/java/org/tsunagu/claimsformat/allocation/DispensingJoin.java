package org.tsunagu.claimsformat.allocation;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.Line;

/// Gives the points of dispensing to the claim of the prescriber (調剤を医科・歯科に寄せる): same
/// person, prescribing institution, and month of the prescription, which is not the month of handing
/// out.
///
/// A dispensing claim with prescriptions of several months is split by them; what belongs to no
/// prescription follows in proportion. Among several claims of the prescriber outpatient ones are
/// preferred, and their points are the weights. DPC claims get nothing. Holds some forty bytes a claim.
public final class DispensingJoin {

    private static final int FIRST_SIZE = 1 << 10;

    private final Way way;
    private long[] keys = new long[FIRST_SIZE];
    private long[] points = new long[FIRST_SIZE];
    private int[] claims = new int[FIRST_SIZE];
    private boolean[] inpatient = new boolean[FIRST_SIZE];
    private int prescribers;
    private long[] partKeys = new long[FIRST_SIZE];
    private long[] partPoints = new long[FIRST_SIZE];
    private int[] partClaims = new int[FIRST_SIZE];
    private int parts;

    /// Nothing seen yet.
    public DispensingJoin(Way way) {
        this.way = way;
    }

    /// How a dispensing claim with several months is taken (寄せ方).
    public enum Way {
        /// By the months of its prescriptions.
        SPLIT,
        /// As a whole to the month of the last prescription.
        WHOLE
    }

    /// Takes a counted claim.
    ///
    /// @param number of the claim in the run, from 0
    public void add(int number, Claim claim) {
        switch (claim.kind()) {
            case MEDICAL, DENTAL -> prescriber(number, claim);
            case DISPENSING -> dispensing(number, claim);
            case DPC, NURSING -> {}
        }
    }

    private void prescriber(int number, Claim claim) {
        if (prescribers == keys.length) {
            keys = Arrays.copyOf(keys, 2 * prescribers);
            points = Arrays.copyOf(points, 2 * prescribers);
            claims = Arrays.copyOf(claims, 2 * prescribers);
            inpatient = Arrays.copyOf(inpatient, 2 * prescribers);
        }
        keys[prescribers] = PersonMonth.key(claim.person(), claim.institution(), claim.careMonth());
        points[prescribers] = claim.amounts().pointsDecided();
        claims[prescribers] = number;
        inpatient[prescribers] = claim.isInpatient();
        prescribers++;
    }

    private void dispensing(int number, Claim claim) {
        var prescriber = claim.prescriber();
        var months = months(claim);
        if (prescriber.isEmpty() || months.isEmpty()) {
            return; // stays with the dispensing claim
        }
        var total = claim.amounts().pointsDecided();
        if (way == Way.WHOLE) {
            part(number, PersonMonth.key(claim.person(), prescriber.get(), months.lastKey()), total);
            return;
        }
        var weights =
                months.values().stream().mapToLong(sum -> Math.max(0, sum)).toArray();
        var dated = months.values().stream().mapToLong(Long::longValue).sum();
        var rest = LargestRemainder.split(total - dated, weights);
        var i = 0;
        for (var month : months.entrySet()) {
            var key = PersonMonth.key(claim.person(), prescriber.get(), month.getKey());
            part(number, key, month.getValue() + rest[i++]);
        }
    }

    /// Points by month of the prescription: those of the fees that name its day.
    private static NavigableMap<YearMonth, Long> months(Claim claim) {
        var months = new TreeMap<YearMonth, Long>();
        for (var line : claim.decided().lines()) {
            var isFee = line.counting() != Line.Counting.NOT_COUNTED;
            if (isFee && line.date().isPresent()) {
                months.merge(YearMonth.from(line.date().get()), line.counted(), Long::sum);
            }
        }
        return months;
    }

    private void part(int number, long key, long amount) {
        if (parts == partKeys.length) {
            partKeys = Arrays.copyOf(partKeys, 2 * parts);
            partPoints = Arrays.copyOf(partPoints, 2 * parts);
            partClaims = Arrays.copyOf(partClaims, 2 * parts);
        }
        partKeys[parts] = key;
        partPoints[parts] = amount;
        partClaims[parts] = number;
        parts++;
    }

    /// What came of the join (突合の結果).
    public static final class Joined {

        private final long[] received;
        private final long[] given;

        private Joined(int claims) {
            this.received = new long[claims];
            this.given = new long[claims];
        }

        /// Points that a prescriber's claim got.
        public long received(int claim) {
            return received[claim];
        }

        /// Points that a dispensing claim gave away; the rest of it has found no prescriber.
        public long given(int claim) {
            return given[claim];
        }
    }

    /// Takes what was joined, a pair of claims at a time (突合の受け取り).
    @FunctionalInterface
    public interface Pairs {
        /// Points of a dispensing claim that go to a prescriber's; the same pair may come again.
        void pair(int dispensing, int prescriber, long points);
    }

    /// Joins all that was added.
    ///
    /// @param all how many claims there are in the run
    public Joined join(int all) {
        return join(all, (dispensing, prescriber, points) -> {});
    }

    /// The same, and says which claims were joined.
    public Joined join(int all, Pairs pairs) {
        var joined = new Joined(all);
        var chains = new Chains(keys, prescribers);
        var same = new ArrayList<Integer>();
        for (var part = 0; part < parts; part++) {
            chains.collect(partKeys[part], same);
            same.sort((one, other) -> claims[one] - claims[other]);
            if (same.stream().anyMatch(i -> !inpatient[i])) {
                same.removeIf(i -> inpatient[i]);
            }
            if (!same.isEmpty()) {
                give(part, same, joined, pairs);
            }
        }
        return joined;
    }

    private void give(int part, List<Integer> same, Joined joined, Pairs pairs) {
        var weights = same.stream().mapToLong(i -> Math.max(0, points[i])).toArray();
        var shares = LargestRemainder.split(partPoints[part], weights);
        for (var i = 0; i < shares.length; i++) {
            joined.received[claims[same.get(i)]] += shares[i];
            pairs.pair(partClaims[part], claims[same.get(i)], shares[i]);
        }
        joined.given[partClaims[part]] += partPoints[part];
    }

    /// Finds all places of a key (鍵の索引): heads by hash, then chains.
    private static final class Chains {

        private final long[] keys;
        private final int[] heads;
        private final int[] next;

        Chains(long[] keys, int count) {
            this.keys = keys;
            this.heads = new int[Math.max(2, Integer.highestOneBit(Math.max(1, count)) * 2)];
            this.next = new int[count];
            for (var i = 0; i < count; i++) {
                var slot = slot(keys[i]);
                next[i] = heads[slot];
                heads[slot] = i + 1;
            }
        }

        private int slot(long key) {
            return (int) (key ^ (key >>> Integer.SIZE)) & (heads.length - 1);
        }

        void collect(long key, List<Integer> found) {
            found.clear();
            for (var i = heads[slot(key)]; i > 0; i = next[i - 1]) {
                if (keys[i - 1] == key) {
                    found.add(i - 1);
                }
            }
        }
    }
}
