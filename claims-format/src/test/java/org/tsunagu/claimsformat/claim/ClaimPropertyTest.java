package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.claimsformat.record.CodeTables;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;

/// Invented claims, written and read back: headers and lines agree before and after the review, whatever the lines are
/// and in whatever order the instructions come.
class ClaimPropertyTest {

    static final List<PayerMask> MASKS = CodeTables.shipped().rows("B21").stream()
            .map(row -> PayerMask.of(row.text("code")).orElseThrow())
            .filter(mask -> mask.bits() < 8)
            .toList();

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    /// A claim: its rows, what each line adds to each of three payers, and the instructions that delete some lines.
    static final class Invented {
        final Random random;
        final List<String> lines = new ArrayList<>();
        final List<long[]> amounts = new ArrayList<>();
        final List<Integer> deleted = new ArrayList<>();

        Invented(int seed) {
            random = new Random(seed);
            var count = 1 + random.nextInt(30);
            for (var i = 0; i < count; i++) {
                line(i == 0);
            }
            for (var i = 0; i < count; i++) {
                if (random.nextInt(4) == 0) {
                    deleted.add(i);
                }
            }
        }

        private void line(boolean isFirst) {
            var mask = MASKS.get(random.nextInt(MASKS.size()));
            var points = random.nextInt(5) == 0 ? "" : String.valueOf(random.nextInt(3000));
            var times = 1 + random.nextInt(31);
            var careClass = isFirst || random.nextBoolean() ? "" + (11 + random.nextInt(60)) : "";
            var isMeal = careClass.equals("39");
            var record = List.of("SI", "IY", "TO").get(random.nextInt(3));
            lines.add("%s,%s,%s,%d,,%s,%d"
                    .formatted(
                            record,
                            isMeal ? "40" : careClass,
                            mask.code(),
                            111_000_000 + random.nextInt(999),
                            points,
                            times));
            var amount = points.isEmpty() ? 0 : Long.parseLong(points) * times;
            amounts.add(new long[] {
                mask.includes(0) ? amount : 0, mask.includes(1) ? amount : 0, mask.includes(2) ? amount : 0
            });
        }

        long sum(int payer, boolean isDecided) {
            var sum = 0L;
            for (var i = 0; i < amounts.size(); i++) {
                sum += isDecided && deleted.contains(i) ? 0 : amounts.get(i)[payer];
            }
            return sum;
        }

        private String header(int payer, boolean isDecided) {
            return payer == 0
                    ? "HO,01130012,1,2,1," + sum(0, isDecided)
                    : "KO,83136010,1111111,,1," + sum(payer, isDecided);
        }

        List<String> rows(boolean isShuffled) {
            var rows = new ArrayList<>(List.of(
                    "2,1,0,MN,1,,13143605000000001",
                    "1,2,0,IR,1,13,1,1234567,,x,202405",
                    "1,3,0,RE,1,1132,202404,x,1,19600101"));
            for (var payer = 0; payer < 3; payer++) {
                rows.add("1,%d,0,%s".formatted(4 + payer, header(payer, false)));
            }
            for (var i = 0; i < lines.size(); i++) {
                rows.add("1,%d,0,%s".formatted(7 + i, lines.get(i)));
            }
            var instructions = new ArrayList<String>();
            for (var payer = 0; payer < 3; payer++) {
                rows.add("2,%d,1,%s".formatted(4 + payer, header(payer, true)));
                instructions.add("2,%d,0,5,A,%d,1".formatted(4 + payer, 4 + payer));
            }
            deleted.forEach(line -> instructions.add("3,%d,0,,B,,".formatted(7 + line)));
            if (isShuffled) {
                Collections.shuffle(instructions, random);
            }
            var number = 0;
            for (var instruction : instructions) {
                rows.add("2,%d,0,JY,%s".formatted(100 + number++, instruction));
            }
            return rows;
        }
    }

    static Written read(List<String> rows) {
        return Written.read(Family.INSURER, Optional.of(Kind.MEDICAL), rows);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void lines_and_headers_agree_as_claimed_and_as_decided(int seed) {
        var invented = new Invented(seed);

        var read = read(invented.rows(false));

        assertThat(read.checks()).as("seed %d", seed).isEmpty();
        var claim = read.claim();
        for (var payer = 0; payer < 3; payer++) {
            assertThat(claim.claimed().sum(payer)).isEqualTo(invented.sum(payer, false));
            assertThat(claim.decided().sum(payer)).isEqualTo(invented.sum(payer, true));
        }
        assertThat(claim.amounts().reduction()).isEqualTo(invented.sum(0, false) - invented.sum(0, true));
        assertThat(claim.decided().lines()).hasSize(invented.lines.size() - invented.deleted.size());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_order_of_the_instructions_changes_nothing(int seed) {
        var inOrder = read(new Invented(seed).rows(false)).claim();
        var shuffled = read(new Invented(seed).rows(true)).claim();

        assertThat(shuffled.decided()).as("seed %d", seed).isEqualTo(inOrder.decided());
    }
}
