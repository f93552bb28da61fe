package org.tsunagu.checkupformat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Adjudication;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.ClaimSubject;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.UnitPrice;

/// Writable settlement files by chance; the same seed gives the same files. Their sums are not right.
public final class RandomClaims {

    private static final Field NAMESPACE = Field.of("https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html");

    private final Random random;

    public RandomClaims(long seed) {
        this.random = new Random(seed);
    }

    public Claim next() {
        return random.nextBoolean() ? checkup() : guidance();
    }

    public CheckupClaim checkup() {
        var card = new CheckupClaim.Card(
                maybe("24100000037"),
                Field.ABSENT,
                maybe("20241031"),
                charge(4),
                charge(4),
                charge(4),
                charge(3),
                maybe(six()));
        var prices = new CheckupClaim.Prices(
                one("1", "2", "3", "4", "5"), one("1", "2"), maybe(yen()), prices(false), prices(true));
        var totals = new CheckupClaim.Totals(
                maybe(six()), maybe(six()), maybe(six()), of(yen()), of(yen()), maybe(yen()), of(yen()));
        return new CheckupClaim(
                NAMESPACE, subject("1", true), withRoot(card), prices, totals, result("2"), result("4"));
    }

    private static CheckupClaim.Card withRoot(CheckupClaim.Card card) {
        return new CheckupClaim.Card(
                card.number(),
                card.number().isThere() ? Field.of("1.2.392.200119.6.209") : Field.ABSENT,
                card.validUntil(),
                card.basic(),
                card.detailed(),
                card.additional(),
                card.dock(),
                card.dockLimit());
    }

    public GuidanceClaim guidance() {
        var number = maybe("24300000037");
        var checkup = maybe("24100000037");
        var card = new GuidanceClaim.Card(
                number,
                number.isThere() ? Field.of("1.2.392.200119.6.210") : Field.ABSENT,
                checkup,
                checkup.isThere() ? Field.of("1.2.392.200119.6.209") : Field.ABSENT,
                maybe("20241031"),
                charge(4),
                maybe(six()));
        var settlement = new GuidanceClaim.Settlement(
                of(yen()),
                of(String.valueOf(random.nextInt(101))),
                maybe(String.valueOf(random.nextInt(400))),
                maybe("180"),
                of(yen()),
                one("1", "2"),
                of(yen()),
                of(yen()));
        return new GuidanceClaim(
                NAMESPACE,
                subject("2", false),
                one("1", "2", "3"),
                one("1", "2", "3", "4", "5"),
                card,
                settlement,
                result("2"),
                result("4"));
    }

    private ClaimSubject subject(String kind, boolean hasAddress) {
        var good = Documents.patient();
        var address = hasAddress ? good.address() : new Address(Field.ABSENT, Field.of("000-0000"));
        return new ClaimSubject(
                Field.of(kind),
                Field.of("9911000017"),
                new Patient(
                        good.insurerNumber(),
                        random.nextBoolean() ? good.symbol() : Field.ABSENT,
                        good.number(),
                        random.nextBoolean() ? good.branch() : Field.ABSENT,
                        good.name(),
                        one("1", "2"),
                        Field.ABSENT,
                        good.birth(),
                        address));
    }

    private Charge charge(int kinds) {
        return switch (random.nextInt(kinds + 1)) {
            case 0 -> Charge.ABSENT;
            case 1 -> new Charge(Field.of("1"), Field.ABSENT, Field.ABSENT);
            case 2 -> new Charge(Field.of("2"), of(six()), Field.ABSENT);
            case 3 -> new Charge(Field.of("3"), Field.ABSENT, of(six()));
            default -> new Charge(Field.of("4"), of(six()), Field.ABSENT);
        };
    }

    private List<UnitPrice> prices(boolean isAdditional) {
        return IntStream.range(0, random.nextInt(4))
                .mapToObj(i -> isAdditional
                        ? additional()
                        : new UnitPrice(of(yen()), Field.of(String.valueOf(i + 1)), Field.ABSENT))
                .toList();
    }

    private UnitPrice additional() {
        var hasItem = random.nextBoolean();
        return new UnitPrice(
                of(yen()),
                hasItem ? Field.of("3F050000002327101") : Field.ABSENT,
                hasItem ? Field.of("1.2.392.200119.6.1005") : Field.ABSENT);
    }

    private Optional<Adjudication> result(String kind) {
        return random.nextInt(3) > 0
                ? Optional.empty()
                : Optional.of(new Adjudication(
                        Field.of(kind), Field.of("20240901"), one("01", "05", "09"), maybe("整理番号 <24> を確認")));
    }

    private String yen() {
        return String.valueOf(random.nextInt(1_000_000));
    }

    private String six() {
        return "%06d".formatted(random.nextInt(1_000_000));
    }

    private Field maybe(String text) {
        return random.nextBoolean() ? Field.of(text) : Field.ABSENT;
    }

    private static Field of(String text) {
        return Field.of(text);
    }

    private Field one(String... choices) {
        return Field.of(choices[random.nextInt(choices.length)]);
    }
}
