package org.tsunagu.checkupformat.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// A settlement file without fault, to be made faulty one thing at a time. All people are invented.
final class GoodClaim {

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<UnitPrice> detailed = new ArrayList<>();
    private final List<UnitPrice> additional = new ArrayList<>();
    private final boolean isGuidance;

    private GoodClaim(boolean isGuidance) {
        this.isGuidance = isGuidance;
    }

    static GoodClaim of(String base) {
        return switch (base) {
            case "checkup" -> checkup();
            case "dock" -> dock();
            case "start" -> guidance("1", "40", "8000", "2000", "6000");
            case "end" -> guidance("2", "60", "12000", "0", "12000").set("done", "200");
            case "midway" ->
                guidance("3", "50", "5000", "0", "5000").set("done", "90").set("planned", "180");
            default -> throw new IllegalArgumentException(base);
        };
    }

    private static GoodClaim checkup() {
        var claim = new GoodClaim(false).person("1", "24100000037");
        claim.set("address", "架空県架空市例示台二丁目３番４号");
        claim.set("type", "2").set("commission", "1").set("basic", "4800");
        claim.charge("chargeBasic", "3 - 010000").charge("chargeDetailed", "3 - 010000");
        claim.detail("1", "300").detail("2", "1500").detail("3", "1200").detail("4", "200");
        claim.set("paidBasic", "000480").set("paidDetailed", "000320");
        return claim.set("unit", "8000").set("payment", "800").set("claim", "7200");
    }

    private static GoodClaim dock() {
        var claim = new GoodClaim(false).person("1", "24100000037");
        claim.set("address", "架空県架空市例示台二丁目３番４号");
        claim.set("type", "5").set("commission", "1");
        claim.charge("chargeDock", "2 005000 -").set("dockLimit", "030000");
        claim.additional.add(new UnitPrice(field("40000"), Field.ABSENT, Field.ABSENT));
        claim.set("paidAdditional", "010000");
        return claim.set("unit", "40000").set("payment", "10000").set("claim", "30000");
    }

    private static GoodClaim guidance(String timing, String rate, String unit, String payment, String claimed) {
        var claim = new GoodClaim(true).person("2", "24300000037");
        claim.set("checkupTicket", "24100000037").set("level", "1").set("timing", timing);
        claim.charge("copayment", "3 - 010000")
                .set("unitPrice", "20000")
                .set("rate", rate)
                .set("status", "1");
        return claim.set("unit", unit).set("payment", payment).set("claim", claimed);
    }

    private GoodClaim person(String service, String ticket) {
        set("namespace", GoodArchive.NAMESPACE).set("service", service).set("facility", "9911000017");
        set("insurer", "99999997").set("symbol", "９９").set("number", "1002").set("branch", "00");
        set("name", "ケンシンテストサン")
                .set("postal", "000-0000")
                .set("birth", "19561105")
                .set("sex", "1");
        return set("ticket", ticket).set("until", "20241031");
    }

    // ---- making it faulty

    GoodClaim edit(String edits) {
        for (var edit : edits.split(" ; ")) {
            if (!edit.isBlank()) {
                var words = edit.strip().split(" ", 3);
                edit(words[0], words.length > 1 ? words[1] : "", words.length > 2 ? words[2] : "");
            }
        }
        return this;
    }

    private void edit(String word, String target, String rest) {
        switch (word) {
            case "field" -> set(target, rest);
            case "charge" -> charge(target, rest);
            case "detail" -> detail(target, rest);
            case "no_detail" -> detailed.removeIf(price -> price.item().text().equals(target) || target.isEmpty());
            case "additional" ->
                additional.add(new UnitPrice(field(rest), field(target), field("1.2.392.200119.6.1005")));
            case "no_additional" -> additional.clear();
            case "returned" -> set("returned", target + " " + rest);
            default -> throw new IllegalArgumentException("no operation " + word);
        }
    }

    GoodClaim set(String name, String text) {
        fields.put(name, text);
        return this;
    }

    /// `kind amount rate`, `-` for what is not there; `~` for no charge at all.
    private GoodClaim charge(String name, String text) {
        return set(name, text);
    }

    private GoodClaim detail(String code, String yen) {
        detailed.add(new UnitPrice(field(yen), field(code), Field.ABSENT));
        return this;
    }

    private static Field field(String text) {
        return text.equals("~") || text.equals("-") ? Field.ABSENT : new Field(text, 3, 4);
    }

    private Field get(String name) {
        return field(fields.getOrDefault(name, "~"));
    }

    private Charge chargeOf(String name) {
        var text = fields.getOrDefault(name, "~");
        if (text.equals("~")) {
            return Charge.ABSENT;
        }
        var words = text.split(" ");
        return new Charge(field(words[0]), field(words[1]), field(words[2]));
    }

    private Optional<Adjudication> result(String by) {
        var words = fields.getOrDefault("returned", "- -").split(" ");
        return words[0].equals(by)
                ? Optional.of(new Adjudication(field("2"), field("20240901"), field(words[1]), Field.ABSENT))
                : Optional.empty();
    }

    Claim build() {
        var person = new Patient(
                get("insurer"),
                get("symbol"),
                get("number"),
                get("branch"),
                get("name"),
                get("sex"),
                Field.ABSENT,
                get("birth"),
                new Address(get("address"), get("postal")));
        var subject = new ClaimSubject(get("service"), get("facility"), person);
        return isGuidance ? guidance(subject) : checkup(subject);
    }

    private GuidanceClaim guidance(ClaimSubject subject) {
        return new GuidanceClaim(
                get("namespace"),
                subject,
                get("level"),
                get("timing"),
                new GuidanceClaim.Card(
                        get("ticket"),
                        Field.ABSENT,
                        get("checkupTicket"),
                        Field.ABSENT,
                        get("until"),
                        chargeOf("copayment"),
                        get("limit")),
                new GuidanceClaim.Settlement(
                        get("unitPrice"),
                        get("rate"),
                        get("done"),
                        get("planned"),
                        get("unit"),
                        get("status"),
                        get("payment"),
                        get("claim")),
                result("agency"),
                result("insurer"));
    }

    private CheckupClaim checkup(ClaimSubject subject) {
        return new CheckupClaim(
                get("namespace"),
                subject,
                new CheckupClaim.Card(
                        get("ticket"),
                        Field.ABSENT,
                        get("until"),
                        chargeOf("chargeBasic"),
                        chargeOf("chargeDetailed"),
                        chargeOf("chargeAdditional"),
                        chargeOf("chargeDock"),
                        get("dockLimit")),
                new CheckupClaim.Prices(
                        get("type"), get("commission"), get("basic"), List.copyOf(detailed), List.copyOf(additional)),
                new CheckupClaim.Totals(
                        get("paidBasic"),
                        get("paidDetailed"),
                        get("paidAdditional"),
                        get("unit"),
                        get("payment"),
                        get("otherProgram"),
                        get("claim")),
                result("agency"),
                result("insurer"));
    }
}
