package org.tsunagu.checkupformat.problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Observation;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.ReferenceRange;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.Item;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.item.ValueType;
import org.tsunagu.codes.time.Dates;

/// A document without fault, to be made faulty one thing at a time. All people are invented.
final class GoodDocument {

    private static final Items ITEMS = Items.shipped();
    private static final String MAIN = "01010";

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Observation> observations = new ArrayList<>();
    private int tickets = 1;
    private int line = 100;

    private GoodDocument() {}

    /// The document of a kind: `fourth`, `third`, `second`, `wide_area`, `employer`, `guidance`.
    static GoodDocument of(String kind) {
        return switch (kind) {
            case "fourth" -> fourthPeriod();
            case "third" -> thirdPeriod();
            case "second" -> secondPeriod();
            case "wide_area" -> wideArea();
            case "employer" -> employer();
            case "guidance" -> guidance();
            default -> throw new IllegalArgumentException(kind);
        };
    }

    static GoodDocument fourthPeriod() {
        var document = new GoodDocument().header("20240515", "20240603", "24100000037");
        document.common();
        document.pressure().fastingBlood().urine().anaemia();
        document.group(2, "9A110160700000011", "1", "9A110160800000049", "左室高電位", "9A110161600000011", "1");
        document.add("9A110161000000049", "検査結果の基準に該当", MAIN, 2);
        document.group(3, "3C015000002327101", "0.80", "8A065000002391901", "74.1", "3C015161602399911", "1");
        document.add("3C015161002399949", "検査結果の基準に該当", MAIN, 3);
        document.group(4, "9E100166000000011", "2", "9E100161600000011", "1", "9E100161000000049", "血圧が高い");
        document.questions("2").put("9N736000000000011", "3").put("9N786000000000011", "8");
        document.put("9N808000000000011", "2").put("9N950000000000011", "1");
        return document.extras();
    }

    static GoodDocument thirdPeriod() {
        var document =
                new GoodDocument().header("20190610", "20190701", "19100000037").set("branch", "~");
        document.common();
        document.pressure().fastingBlood().urine().anaemia();
        document.group(2, "9A110160700000011", "2", "9A110161600000011", "2", "9A110161000000049", "不整脈");
        document.group(3, "3C015000002327101", "0.80", "8A065000002391901", "75.8", "3C015161602399911", "1");
        document.add("3C015161002399949", "検査結果の基準に該当", MAIN, 3);
        document.questions("2").put("9N736000000000011", "2").put("9N786000000000011", "3");
        return document.put("9N806000000000011", "2").extras();
    }

    static GoodDocument secondPeriod() {
        var document =
                new GoodDocument().header("20140610", "20140701", "14100000037").set("branch", "~");
        document.common();
        document.pressure().fastingBlood().urine().anaemia();
        document.group(2, "9A110160700000011", "2", "9A110161000000049", "医師の判断", "", "");
        document.questions("2").put("9N736000000000011", "1").put("9N786000000000011", "1");
        return document.put("9N761000000000011", "2")
                .put("9N806000000000011", "1")
                .extras();
    }

    /// A person of 80 in the checkup of the wide-area union: no waist, no judgements.
    static GoodDocument wideArea() {
        var document =
                fourthPeriod().set("programme", "020").set("birth", "19440401").set("branch", "~");
        document.set("section", "01020");
        for (var code : List.of("9N016160100000001", "9N501000000000011", "9N506000000000011", "9N701000000000011")) {
            document.remove(code);
        }
        for (var code : List.of("8A065000002391901", "3C015000002327101", "9N736000000000011")) {
            document.remove(code);
        }
        return document.change(o -> o.section().equals(MAIN) ? section(o, "01020") : o);
    }

    /// An employer's checkup of a person of 30: neither ticket nor waist nor the questions.
    static GoodDocument employer() {
        var document =
                new GoodDocument().header("20240515", "20240603", "24100000037").tickets(0);
        document.set("category", "40")
                .set("programme", "030")
                .set("birth", "19931105")
                .set("section", "01030");
        document.common();
        document.remove("9N016160100000001").remove("9N501000000000011").remove("9N506000000000011");
        document.pressure().fastingBlood().urine();
        return document.change(o -> section(o, "01030"));
    }

    /// The header of a guidance document; [GoodGuidance] has the rest.
    static GoodDocument guidance() {
        var document =
                new GoodDocument().header("20240710", "20240801", "24200000037").set("address", "~");
        document.set("category", "21").set("programme", "100").set("ticket.function", "2");
        return document.set("ticket.root", "1.2.392.200119.6.210.199999997");
    }

    private GoodDocument header(String exam, String created, String ticket) {
        fields.put("typeRoot", "2.16.840.1.113883.1.3");
        fields.put("typeExtension", "POCD_HD000040");
        fields.put("category", "10");
        fields.put("categorySystem", "1.2.392.200119.6.1001");
        fields.put("created", created);
        fields.put("authorTime", created);
        fields.put("insurer", "99999997");
        fields.put("symbol", "９９");
        fields.put("number", "1002");
        fields.put("branch", "00");
        fields.put("name", "ケンシンテストサン");
        fields.put("sex", "1");
        fields.put("sexSystem", "1.2.392.200119.6.1104");
        fields.put("birth", "19561105");
        fields.put("address", "架空県架空市例示台二丁目３番４号");
        fields.put("postal", "000-0000");
        fields.put("programme", "010");
        fields.put("exam", exam);
        fields.put("performer", "9911000017");
        fields.put("section", MAIN);
        fields.put("ticket.function", "1");
        fields.put("ticket.until", exam.substring(0, 4) + "1031");
        fields.put("ticket.number", ticket);
        fields.put("ticket.root", "1.2.392.200119.6.209.199999997");
        fields.put("ticket.insurer", "99999997");
        return this;
    }

    private void common() {
        put("9N001000000000001", "165.1").put("9N006000000000001", "70.2").put("9N011000000000001", "25.8");
        put("9N016160100000001", "88.0")
                .range("9N016160100000001", "40 84.9 cm")
                .interpret("9N016160100000001", "H");
        put("9N056000000000011", "2").put("9N061000000000011", "1").put("9N061160800000049", "ときどき肩こり");
        put("9N066000000000011", "2").put("9N501000000000011", "2").put("9N506000000000011", "3");
        put("9N511000000000049", "経過をみてください").doctor("9N511000000000049", "見本医師");
    }

    private GoodDocument pressure() {
        put("9A755000000000001", "142").put("9A765000000000001", "84");
        return range("9A765000000000001", "30 89 mm[Hg]").interpret("9A765000000000001", "N");
    }

    private GoodDocument fastingBlood() {
        put("9N141000000000011", "2").put("3F015000002327101", "132").put("3F070000002327101", "55");
        put("3F077000002327101", "130").put("3B035000002327201", "30").range("3B035000002327201", "4 35 U/L");
        interpret("3B035000002327201", "N").method("3B035000002327201", "3B03510000");
        put("3B045000002327201", "28").put("3B090000002327101", "45").put("3D010000001927201", "98");
        return put("3D046000001920402", "5.4");
    }

    private GoodDocument urine() {
        return put("1A020000000191111", "1").put("1A010000000191111", "2");
    }

    private void anaemia() {
        group(1, "2A040000001930102", "44.0", "2A030000001930101", "14.8", "2A020000001930101", "470");
        add("2A020161001930149", "貧血の既往歴があり医師が必要と判断", MAIN, 1);
    }

    private GoodDocument questions(String answer) {
        for (var code : List.of("9N701", "9N706", "9N711", "9N716", "9N721", "9N726", "9N731", "9N741", "9N796")) {
            put(code + "000000000011", answer);
        }
        return this;
    }

    private GoodDocument extras() {
        add("2A010000001930101", "5600", "01990", 0);
        add("2A050000001930101", "22", "01990", 0);
        return this;
    }

    private void group(int number, String... codesAndValues) {
        for (var i = 0; i < codesAndValues.length; i += 2) {
            if (!codesAndValues[i].isEmpty()) {
                add(codesAndValues[i], codesAndValues[i + 1], MAIN, number);
            }
        }
    }

    // ---- making it faulty

    /// Sets a field of the header; `~` takes it away.
    GoodDocument set(String field, String text) {
        if (!fields.containsKey(field)) {
            throw new IllegalArgumentException("no field " + field);
        }
        fields.put(field, text);
        return this;
    }

    GoodDocument tickets(int count) {
        tickets = count;
        return this;
    }

    /// Puts the value of an item, with the type, unit and code system that are right on the checkup date.
    GoodDocument put(String code, String text) {
        var before = find(code);
        if (before == null) {
            return add(code, text, fields.get("section"), 0);
        }
        return edit(code, o -> values(o, List.of(value(ITEMS.get(code), text))));
    }

    /// Adds a result, also a second one of the same item.
    GoodDocument add(String code, String text, String section, int group) {
        var item = ITEMS.lookUp(code);
        var value = item == null ? new WrittenValue("PQ", text, "mg/dL", "", "") : value(item, text);
        var relation = group == 0 ? "" : item == null ? "COMP" : item.group().relation();
        observations.add(new Observation(
                section, code, item, group, relation, false, List.of(value), "", "", null, "", line++, 9));
        return this;
    }

    GoodDocument remove(String code) {
        observations.removeIf(o -> o.code().equals(code));
        return this;
    }

    GoodDocument method(String code, String method) {
        return edit(code, o -> with(o, o.values(), method, o.interpretation(), o.range(), o.doctorName()));
    }

    GoodDocument interpret(String code, String mark) {
        return edit(code, o -> with(o, o.values(), o.method(), mark, o.range(), o.doctorName()));
    }

    /// Sets the reference range: `low high unit`.
    GoodDocument range(String code, String lowHighUnit) {
        var parts = lowHighUnit.split(" ");
        var range = new ReferenceRange(parts[0], parts[2], parts[1], parts[2]);
        return edit(code, o -> with(o, o.values(), o.method(), o.interpretation(), range, o.doctorName()));
    }

    GoodDocument doctor(String code, String name) {
        return edit(code, o -> with(o, o.values(), o.method(), o.interpretation(), o.range(), name));
    }

    /// Writes the item as not performed, without a value.
    GoodDocument negate(String code) {
        return values(code, List.of()).negated(code);
    }

    /// Marks the item as not performed and leaves the rest as it is.
    GoodDocument negated(String code) {
        return edit(
                code,
                o -> new Observation(
                        o.section(),
                        o.code(),
                        o.item(),
                        o.group(),
                        o.relation(),
                        true,
                        o.values(),
                        o.method(),
                        o.interpretation(),
                        o.range(),
                        o.doctorName(),
                        o.line(),
                        o.column()));
    }

    GoodDocument values(String code, List<WrittenValue> values) {
        return edit(code, o -> values(o, values));
    }

    /// Changes the only value of an item.
    GoodDocument value(String code, UnaryOperator<WrittenValue> change) {
        return edit(code, o -> values(o, List.of(change.apply(o.values().getFirst()))));
    }

    /// Puts another number beside the first.
    GoodDocument second(String code, String text) {
        return values(code, List.of(find(code).values().getFirst(), value(ITEMS.get(code), text)));
    }

    /// Puts the mark H or L beside the number.
    GoodDocument mark(String code, String mark) {
        var value = find(code).values().getFirst();
        return values(code, List.of(new WrittenValue("CD", mark, "", WrittenValue.RANGE_MARK_SYSTEM, ""), value));
    }

    GoodDocument section(String code, String section) {
        return edit(code, o -> section(o, section));
    }

    /// Gives a result another code and leaves the rest.
    GoodDocument recode(String code, String other) {
        return edit(
                code,
                o -> new Observation(
                        o.section(),
                        other,
                        ITEMS.lookUp(other),
                        o.group(),
                        o.relation(),
                        o.negated(),
                        o.values(),
                        o.method(),
                        o.interpretation(),
                        o.range(),
                        o.doctorName(),
                        o.line(),
                        o.column()));
    }

    CheckupDocument build() {
        return new CheckupDocument(header(), List.of(field("section"), Field.of("01990")), observations);
    }

    GuidanceDocument buildGuidance() {
        return GoodGuidance.within(this);
    }

    Header header() {
        var ticket = new Ticket(
                field("ticket.function"),
                field("ticket.until"),
                field("ticket.number"),
                field("ticket.root"),
                field("ticket.insurer"));
        var facility = new Organization(field("performer"), Field.of("つなぐ見本診療所"), Field.ABSENT, Address.ABSENT);
        var patient = new Patient(
                field("insurer"),
                field("symbol"),
                field("number"),
                field("branch"),
                field("name"),
                field("sex"),
                field("sexSystem"),
                field("birth"),
                new Address(field("address"), field("postal")));
        return new Header(
                field("typeRoot"),
                field("typeExtension"),
                field("category"),
                field("categorySystem"),
                field("created"),
                patient,
                field("authorTime"),
                facility,
                java.util.Collections.nCopies(tickets, ticket),
                field("programme"),
                Field.of("1.2.392.200119.6.1002"),
                field("exam"),
                facility);
    }

    private Field field(String name) {
        var text = fields.getOrDefault(name, "~");
        var at = List.copyOf(fields.keySet()).indexOf(name) + 2;
        return text.equals("~") ? Field.ABSENT : new Field(text, at, 5);
    }

    private @Nullable Observation find(String code) {
        return observations.stream()
                .filter(o -> o.code().equals(code))
                .findFirst()
                .orElse(null);
    }

    private GoodDocument change(UnaryOperator<Observation> change) {
        observations.replaceAll(change);
        return this;
    }

    private GoodDocument edit(String code, UnaryOperator<Observation> change) {
        if (find(code) == null) {
            throw new IllegalArgumentException("no item %s in this document".formatted(code));
        }
        return change(o -> o.code().equals(code) ? change.apply(o) : o);
    }

    private WrittenValue value(Item item, String text) {
        var day = Dates.compact(fields.get("exam")).orElseThrow();
        var system = item.type() == ValueType.CD || item.type() == ValueType.CO ? ITEMS.codeSystem(item, day) : "";
        return new WrittenValue(item.type().name(), text, item.unit(), system, "");
    }

    private static Observation values(Observation o, List<WrittenValue> values) {
        return with(o, values, o.method(), o.interpretation(), o.range(), o.doctorName());
    }

    private static Observation section(Observation o, String section) {
        return new Observation(
                section,
                o.code(),
                o.item(),
                o.group(),
                o.relation(),
                o.negated(),
                o.values(),
                o.method(),
                o.interpretation(),
                o.range(),
                o.doctorName(),
                o.line(),
                o.column());
    }

    private static Observation with(
            Observation o,
            List<WrittenValue> values,
            String method,
            String mark,
            @Nullable ReferenceRange range,
            String doctor) {
        return new Observation(
                o.section(),
                o.code(),
                o.item(),
                o.group(),
                o.relation(),
                o.negated(),
                values,
                method,
                mark,
                range,
                doctor,
                o.line(),
                o.column());
    }
}
