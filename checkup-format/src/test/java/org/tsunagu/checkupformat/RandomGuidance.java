package org.tsunagu.checkupformat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItems;

/// Writable guidance documents by chance, of every report category and of the third and fourth period; the same seed
/// gives the same documents.
public final class RandomGuidance {

    private static final String ROOT = "1.2.392.200119.6.";
    private static final List<String> SECTIONS =
            List.of("90010", "90020", "90030", "90040", "90050", "90060", "90070", "90080", "90040");

    private final Random random;

    public RandomGuidance(long seed) {
        this.random = new Random(seed);
    }

    public GuidanceDocument next() {
        var sections = new ArrayList<GuidanceSection>();
        for (var section : SECTIONS) {
            if (random.nextInt(3) > 0 || sections.isEmpty()) {
                var acts = new ArrayList<GuidanceAct>();
                for (var i = random.nextInt(4); i > 0; i--) {
                    acts.add(act(section));
                }
                sections.add(new GuidanceSection(Field.of(section), acts));
            }
        }
        return new GuidanceDocument(header(), sections);
    }

    private GuidanceAct act(String section) {
        var results = new ArrayList<GuidanceResult>();
        for (var i = random.nextInt(15); i > 0; i--) {
            results.add(result(section));
        }
        var isThird = random.nextInt(4) == 0;
        var hasForm = random.nextInt(3) > 0;
        var hasStaff = random.nextInt(3) > 0;
        return new GuidanceAct(
                one("EVN", "EVN", "INT"),
                hasForm ? Field.of(one("1", "2", "5", "6")) : Field.ABSENT,
                hasForm ? ROOT + (isThird ? "1113" : "24010") : "",
                random.nextInt(3) > 0 ? Field.of(one("20240710", "20231231", "20240229")) : Field.ABSENT,
                random.nextInt(9) == 0 ? new Length("30", "min") : Length.NONE,
                hasStaff ? Field.of(one("1", "2", "3", "4")) : Field.ABSENT,
                hasStaff ? ROOT + "3020" : "",
                random.nextInt(3) > 0 ? facility() : Organization.ABSENT,
                results,
                1,
                1);
    }

    private Organization facility() {
        return new Organization(
                Field.of("9911000017"),
                random.nextBoolean() ? Field.of(text()) : Field.ABSENT,
                random.nextInt(3) == 0 ? Field.of("tel:0312345678") : Field.ABSENT,
                random.nextInt(3) == 0 ? Documents.address(text()) : Address.ABSENT);
    }

    private GuidanceResult result(String section) {
        var items = GuidanceItems.shipped().of(section);
        var item = random.nextInt(6) == 0 ? null : items.get(random.nextInt(items.size()));
        var code = item == null ? "10%08d".formatted(random.nextInt(1_000_000)) : item.code();
        var negated = random.nextInt(15) == 0;
        var hasLength = !negated && random.nextInt(6) == 0;
        return new GuidanceResult(
                code,
                one("EVN", "INT", "GOL"),
                negated,
                hasLength ? new Length(String.valueOf(random.nextInt(90)), "min") : Length.NONE,
                negated || (hasLength && random.nextBoolean()) ? List.of() : List.of(value(item)),
                1,
                1);
    }

    private WrittenValue value(GuidanceItem item) {
        var type = item == null || item.type().isEmpty() ? one("PQ", "INT", "CD", "ST") : item.type();
        if (random.nextInt(12) == 0) {
            return Documents.none(type);
        }
        return switch (type) {
            case "PQ" -> Documents.number(number(), item == null || item.unit().isEmpty() ? "kg" : item.unit());
            case "INT" -> new WrittenValue("INT", String.valueOf(random.nextInt(500)), "", "", "");
            case "ST" -> Documents.text(text());
            default -> Documents.code("CD", one("0", "1", "2", "9"), system(item));
        };
    }

    private static String system(GuidanceItem item) {
        return item == null || item.codeSystem().isEmpty() ? ROOT + "24100" : item.codeSystem();
    }

    private Header header() {
        var category = one("21", "22", "23", "24", "25", "30");
        var good = Documents.header();
        var ticket = new Ticket(
                Field.of("2"),
                random.nextBoolean() ? Field.ABSENT : Field.of("20250331"),
                Field.of("24%d%08d".formatted(random.nextInt(5) + 1, random.nextInt(10_000))),
                Field.of(ROOT + "210.199999997"),
                Field.of("99999997"));
        var checkup = new Ticket(
                Field.of("1"),
                Field.ABSENT,
                Field.of("24100000024"),
                Field.of(ROOT + "209.199999997"),
                Field.of("99999997"));
        return new Header(
                good.typeIdRoot(),
                good.typeIdExtension(),
                Field.of(category),
                good.categorySystem(),
                Field.of("20250301"),
                good.patient(),
                Field.of("20250301"),
                good.author(),
                random.nextInt(4) == 0 ? List.of() : random.nextBoolean() ? List.of(ticket) : List.of(checkup, ticket),
                Field.of("100"),
                good.programmeSystem(),
                Field.of(one("20240710", "20230401", "20241231")),
                good.performer());
    }

    private String number() {
        return random.nextInt(120) + (random.nextBoolean() ? "" : "." + random.nextInt(100));
    }

    private String text() {
        return one("電話で確認", "a<b & \"c\"", "全角　空白", "𠮷野家の昼食をやめる", "1");
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
