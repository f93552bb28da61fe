package org.tsunagu.checkupformat.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.settlement.Settlement.Category;

/// Who pays what of a checkup, and of guidance.
class SettlementTest {

    record Case(
            String name,
            List<Category> categories,
            long other,
            List<Long> payments,
            long payment,
            long borne,
            long claim) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws Exception {
        try (var in = SettlementTest.class.getResourceAsStream("settlement.cases.tsv")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(c -> new Case(
                            c[0],
                            Stream.of(c[1], c[2], c[3])
                                    .filter(text -> !text.isEmpty())
                                    .map(SettlementTest::category)
                                    .toList(),
                            c[4].isEmpty() ? 0 : Long.parseLong(c[4]),
                            Stream.of(c[5].split(" ")).map(Long::valueOf).toList(),
                            Long.parseLong(c[6]),
                            Long.parseLong(c[7]),
                            Long.parseLong(c[8])))
                    .toList();
        }
    }

    /// `price:kind amount limit most`.
    static Category category(String text) {
        var parts = text.split(":");
        var words = parts[1].split(" ");
        var hasAmount = words.length % 2 == 0;
        var amount = hasAmount ? Long.parseLong(words[1]) : 0;
        var burden = switch (words[0]) {
            case "nothing" -> Burden.nothing();
            case "fixed" -> Burden.fixed(amount);
            case "rate" -> Burden.rate(amount);
            default -> Burden.beyond(amount);
        };
        var isLimited = words.length > 2;
        return new Category(
                Long.parseLong(parts[0]), isLimited ? burden.limited(Long.parseLong(words[words.length - 1])) : burden);
    }

    @ParameterizedTest
    @MethodSource
    void cases(Case row) {
        var settlement = Settlement.of(row.categories(), row.other());

        assertThat(settlement.shares().stream().map(Settlement.Share::payment)).isEqualTo(row.payments());
        assertThat(settlement.payment()).isEqualTo(row.payment());
        assertThat(settlement.otherProgramme()).isEqualTo(row.borne());
        assertThat(settlement.claim()).isEqualTo(row.claim());
    }

    @Test
    void nobody_bears_less_than_nothing_and_together_they_pay_the_price() {
        var random = new SplittableRandom(20240401);
        for (var i = 0; i < 50_000; i++) {
            var categories = new ArrayList<Category>();
            for (var n = 1 + random.nextInt(3); n > 0; n--) {
                categories.add(new Category(random.nextInt(20_000), burden(random)));
            }
            var settlement = Settlement.of(categories, random.nextInt(4) == 0 ? random.nextInt(30_000) : 0);

            for (var share : settlement.shares()) {
                assertThat(List.of(share.payment(), share.otherProgramme(), share.claim()))
                        .allMatch(part -> part >= 0);
                assertThat(share.payment() + share.otherProgramme() + share.claim())
                        .isEqualTo(share.price());
            }
            assertThat(settlement.payment() + settlement.otherProgramme() + settlement.claim())
                    .isEqualTo(settlement.price());
            assertThat(settlement.price())
                    .isEqualTo(categories.stream().mapToLong(Category::price).sum());
        }
    }

    @Test
    void a_limit_is_the_most_the_insurer_bears_of_a_category() {
        var random = new SplittableRandom(7);
        for (var i = 0; i < 10_000; i++) {
            var burden = burden(random);
            var price = random.nextInt(20_000);
            var claim = Settlement.of(List.of(new Category(price, burden)), 0).claim();

            assertThat(claim).isLessThanOrEqualTo(burden.limit().orElse(Long.MAX_VALUE));
        }
    }

    static Burden burden(SplittableRandom random) {
        var burden = switch (random.nextInt(4)) {
            case 0 -> Burden.nothing();
            case 1 -> Burden.fixed(random.nextInt(10_000));
            case 2 -> Burden.rate(random.nextInt(120_000));
            default -> Burden.beyond(random.nextInt(10_000));
        };
        return random.nextBoolean() ? burden : burden.limited(random.nextInt(15_000));
    }

    static Field field(String text) {
        return text.isEmpty() ? Field.ABSENT : Field.of(text);
    }

    @Test
    void a_ticket_writes_six_digits() {
        assertThat(Burden.of(new Charge(field("2"), field("000800"), Field.ABSENT), Field.ABSENT))
                .contains(Burden.fixed(800));
        assertThat(Burden.of(new Charge(field("3"), Field.ABSENT, field("010000")), Field.ABSENT))
                .contains(Burden.rate(10_000));
        assertThat(Burden.of(new Charge(field("1"), Field.ABSENT, Field.ABSENT), field("007000")))
                .contains(new Burden(Burden.Kind.NOTHING, 0, 0, OptionalLong.of(7000)));
        assertThat(Burden.of(new Charge(field("2"), field("800"), Field.ABSENT), Field.ABSENT))
                .isEmpty();
        assertThat(Burden.of(Charge.ABSENT, Field.ABSENT)).isEmpty();
        assertThat(Burden.of(new Charge(field("7"), field("000800"), Field.ABSENT), Field.ABSENT))
                .isEmpty();
    }

    @Test
    void amounts_below_zero_are_a_slip_of_the_program() {
        assertThatThrownBy(() -> Settlement.of(List.of(), -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Settlement.of(List.of(new Category(-1, Burden.nothing())), 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Burden.fixed(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Burden.nothing().of(-1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void guidance_is_paid_in_two_parts_that_make_the_whole() {
        for (var percent : List.of(40, 80)) {
            assertThat(GuidanceSettlement.calculated(20_000, percent)
                            + GuidanceSettlement.calculated(20_000, 100 - percent))
                    .isEqualTo(20_000);
        }
    }

    @Test
    void active_support_that_ended_midway_is_paid_by_its_points() {
        var percent = 50;

        assertThat(GuidanceSettlement.calculated(20_000, percent, 90, 180)).isEqualTo(5000);
        assertThat(GuidanceSettlement.calculated(20_000, percent, 100, 180)).isEqualTo(5556);
        assertThat(GuidanceSettlement.calculated(20_000, percent, 0, 180)).isZero();
        assertThat(GuidanceSettlement.calculated(20_000, percent, 250, 180)).isEqualTo(10_000);
        assertThat(GuidanceSettlement.calculated(20_000, percent, 0, 0)).isEqualTo(10_000);
        assertThat(GuidanceSettlement.of(4800, 5000).claim()).isZero();
    }
}
