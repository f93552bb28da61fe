package org.tsunagu.checkupformat.problems;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItem.Carrier;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.time.Dates;

/// A guidance document without fault, to be made faulty one thing at a time. All people are invented.
final class GoodGuidance {

    private static final GuidanceItems ITEMS = GuidanceItems.shipped();
    private static final String OID = "1.2.392.200119.6.";

    private final GoodDocument header;
    private final List<Act> acts = new ArrayList<>();
    private final List<String> sections = new ArrayList<>();
    private Optional<CheckupBaseline> baseline = Optional.empty();
    private int line = 200;

    private GoodGuidance(GoodDocument header) {
        this.header = header;
    }

    /// An act that can still be changed.
    private static final class Act {
        private final String section;
        private final String mood;
        private String form = "";
        private String formSystem = "";
        private String date = "";
        private String staff = "";
        private String facility = "";
        private final List<GuidanceResult> results = new ArrayList<>();

        Act(String section, String mood) {
            this.section = section;
            this.mood = mood;
        }
    }

    static GoodGuidance of(String base) {
        return switch (base) {
            case "start_active" ->
                start("24300000037").common("1").first("20240710").plan().planned();
            case "start_motivational" -> start("24200000037").common("2").first("20240710");
            case "start_equivalent" -> start("24400000037").common("3").first("20240710");
            case "split" ->
                start("24200000037")
                        .common("2")
                        .part("20240531")
                        .first("20240710")
                        .put("90030", "early", "1");
            case "final_active" ->
                end("24300000037").common("1").supports().last("2").planned().done("220", "320");
            case "final_motivational" -> end("24200000037").common("2").last("0");
            case "midway" -> end("24300000037").category("23").common("1");
            case "other" -> end("24300000037").category("24").supports();
            case "unfinished" ->
                start("24200000037").category("25").set("exam", "20240531").part("20240531");
            case "report" -> report();
            case "third" -> third();
            default -> throw new IllegalArgumentException(base);
        };
    }

    /// The body of a document whose header was changed elsewhere: a first interview on the day of service, without
    /// anything that would not fit another day.
    static GuidanceDocument within(GoodDocument header) {
        var exam = header.header().examDate().text();
        var day = Dates.compact(exam).orElse(LocalDate.of(2024, 7, 10));
        var document = new GoodGuidance(header).common("2").first(Dates.compact(day));
        return document.put("90010", "checkup_day", Dates.compact(day.minusDays(40)))
                .build();
    }

    private static GoodGuidance start(String ticket) {
        return new GoodGuidance(GoodDocument.guidance().set("ticket.number", ticket));
    }

    private static GoodGuidance end(String ticket) {
        var header = GoodDocument.guidance().set("ticket.number", ticket).set("category", "22");
        return new GoodGuidance(
                header.set("exam", "20241015").set("created", "20241101").set("authorTime", "20241101"));
    }

    private static GoodGuidance report() {
        var document =
                end("24300000037").category("30").common("1").first("20240710").plan();
        return document.last("2").planned().done("220", "320");
    }

    /// A document of the third period: another table of forms, codes that no list has.
    private static GoodGuidance third() {
        var header = GoodDocument.guidance().set("exam", "20230710").set("created", "20230801");
        header.set("authorTime", "20230801").set("ticket.number", "23300000037").set("ticket.until", "20240331");
        var document = new GoodGuidance(header);
        document.act("90030", "EVN", "20230710", "1", "2").formSystem = OID + "18140";
        document.act("90040", "EVN", "20230720", "5", "2").formSystem = OID + "1113";
        document.results("90040", "EVN")
                .add(document.result("1032399999", "EVN", new WrittenValue("INT", "7", "", "", "")));
        return document;
    }

    private GoodGuidance category(String category) {
        return set("category", category);
    }

    private GoodGuidance set(String field, String text) {
        header.set(field, text);
        return this;
    }

    private GoodGuidance common(String level) {
        act("90010", "EVN", "", "", "");
        return put("90010", "level", level).put("90010", "checkup_day", "20240531");
    }

    private GoodGuidance part(String date) {
        act("90020", "EVN", date, "1", "2");
        return put("90020", "minutes", "20");
    }

    private GoodGuidance first(String date) {
        act("90030", "EVN", date, "1", "2");
        return put("90030", "minutes", "30").put("90030", "early", "0");
    }

    private GoodGuidance plan() {
        act("90030", "INT", "", "", "");
        var plan = "90030/INT";
        put(plan, "period", "12").put(plan, "waist", "84.0").put(plan, "weight", "68.0");
        put(plan, "waist_weight", "1").put(plan, "diet", "1").put(plan, "exercise", "1");
        return put(plan, "smoking", "0")
                .put(plan, "rest", "0")
                .put(plan, "other", "0")
                .put(plan, "outcome_points", "60");
    }

    private GoodGuidance supports() {
        return support("20240810", "1", "20", "70").support("20240910", "5", "10", "30");
    }

    private GoodGuidance support(String date, String form, String minutes, String points) {
        var act = act("90040", "EVN", date, form, "2");
        var length = new Length(minutes, "min");
        act.results.add(new GuidanceResult("1032300013", "EVN", false, length, List.of(), line++, 5));
        act.results.add(result("1032300014", "EVN", new WrittenValue("INT", points, "", "", "")));
        return this;
    }

    private GoodGuidance interim(String date, String form, String points) {
        act("90050", "EVN", date, form, "2");
        return put("90050", "points", points);
    }

    private GoodGuidance last(String waistWeight) {
        act("90060", "EVN", "20241015", "1", "3");
        put("90060", "waist", "84.9").put("90060", "weight", "68.1").put("90060", "waist_weight", waistWeight);
        var isReached = waistWeight.equals("2");
        put("90060", "diet", isReached ? "1" : "0").put("90060", "exercise", isReached ? "1" : "0");
        put("90060", "smoking", "8").put("90060", "rest", "9").put("90060", "other", "9");
        return put("90060", "outcome_points", isReached ? "220" : "0");
    }

    private GoodGuidance planned() {
        act("90070", "INT", "", "", "");
        return counts("90070/INT").put("90070/INT", "process_points", "100").put("90070/INT", "total_points", "160");
    }

    private GoodGuidance done(String outcome, String total) {
        act("90070", "EVN", "20240910", "", "");
        put("90060", "outcome_points", outcome);
        return counts("90070").put("90070", "process_points", "100").put("90070", "total_points", total);
    }

    private GoodGuidance counts(String where) {
        var counts = List.of("1", "0", "0", "0", "1", "0");
        var minutes = List.of("20", "0", "0", "0", "10");
        for (var i = 0; i < counts.size(); i++) {
            put(where, "count_" + (i + 1), counts.get(i));
        }
        for (var i = 0; i < minutes.size(); i++) {
            put(where, "minutes_" + (i + 1), minutes.get(i));
        }
        return this;
    }

    private Act act(String section, String mood, String date, String form, String staff) {
        var act = new Act(section, mood);
        act.date = date;
        act.form = form;
        act.formSystem = form.isEmpty() ? "" : OID + "24010";
        act.staff = staff;
        act.facility = staff.isEmpty() ? "" : "9911000017";
        acts.add(act);
        if (!sections.contains(section)) {
            sections.add(section);
        }
        return act;
    }

    // ---- making it faulty

    GoodGuidance edit(String edits) {
        for (var edit : edits.split(" ; ")) {
            if (!edit.isBlank()) {
                edit(edit.strip().split(" "));
            }
        }
        return this;
    }

    private void edit(String[] w) {
        switch (w[0]) {
            case "field" -> set(w[1], w[2]);
            case "put" -> put(w[1], w[2], w[3]);
            case "drop" ->
                results(section(w[1]), mood(w[1]))
                        .removeIf(r -> r.code().equals(item(w[1], w[2]).code()));
            case "again" -> results(section(w[1]), mood(w[1])).add(result(item(w[1], w[2]), w[3]));
            case "type" -> change(w[1], w[2], v -> new WrittenValue(w[3], v.text(), v.unit(), v.codeSystem(), ""));
            case "unit" -> change(w[1], w[2], v -> new WrittenValue(v.type(), v.text(), w[3], v.codeSystem(), ""));
            case "system" -> change(w[1], w[2], v -> new WrittenValue(v.type(), v.text(), v.unit(), w[3], ""));
            case "null" -> change(w[1], w[2], v -> new WrittenValue(v.type(), "", "", "", w[3]));
            case "negated" -> negate(item(w[1], w[2]));
            case "unknown" -> results(w[1], "EVN").add(result(w[2], "EVN", new WrittenValue("INT", "7", "", "", "")));
            case "act" -> property(find(section(w[1]), mood(w[1])), w[2], w[3].equals("~") ? "" : w[3]);
            case "drop_act" -> acts.remove(find(section(w[1]), mood(w[1])));
            case "drop_section" -> {
                sections.remove(w[1]);
                acts.removeIf(act -> act.section.equals(w[1]));
            }
            case "support" -> support(w[1], w[2], w[3], w[4]);
            case "part" -> part(w[1]);
            case "interim" -> interim(w[1], w[2], w[3]);
            case "checkup" ->
                baseline = Optional.of(new CheckupBaseline(
                        Dates.compact(w[1]).orElseThrow(), new BigDecimal(w[2]), new BigDecimal(w[3])));
            case "minutes" -> {
                var act = find(section(w[1]), mood(w[1]));
                var code = item(w[1], "minutes").code();
                act.results.removeIf(r -> r.code().equals(code));
                act.results.add(new GuidanceResult(code, "EVN", false, new Length(w[2], w[3]), List.of(), line++, 5));
            }
            default -> throw new IllegalArgumentException("no operation " + w[0]);
        }
    }

    private void property(Act act, String name, String text) {
        switch (name) {
            case "date" -> act.date = text;
            case "form" -> act.form = text;
            case "form_system" -> act.formSystem = text;
            case "staff" -> act.staff = text;
            case "facility" -> act.facility = text;
            default -> throw new IllegalArgumentException(name);
        }
    }

    private static String section(String where) {
        return where.substring(0, 5);
    }

    private static String mood(String where) {
        return where.endsWith("/INT") ? "INT" : "EVN";
    }

    private static GuidanceItem item(String where, String role) {
        return ITEMS.get(section(where), mood(where), role);
    }

    private Act find(String section, String mood) {
        return acts.stream()
                .filter(act -> act.section.equals(section) && act.mood.equals(mood))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no act in " + section));
    }

    private List<GuidanceResult> results(String section, String mood) {
        return find(section, mood).results;
    }

    private GoodGuidance put(String where, String role, String text) {
        var item = item(where, role);
        var results = results(section(where), mood(where));
        results.removeIf(result -> result.code().equals(item.code()));
        results.add(result(item, text));
        return this;
    }

    private GuidanceResult result(GuidanceItem item, String text) {
        if (item.carrier() == Carrier.MINUTES) {
            return new GuidanceResult(item.code(), item.mood(), false, new Length(text, "min"), List.of(), line++, 5);
        }
        var value = new WrittenValue(item.type(), text, item.unit(), item.codeSystem(), "");
        return result(item.code(), item.mood(), value);
    }

    private GuidanceResult result(String code, String mood, WrittenValue value) {
        return new GuidanceResult(code, mood, false, Length.NONE, List.of(value), line++, 5);
    }

    private void change(String where, String role, UnaryOperator<WrittenValue> change) {
        var code = item(where, role).code();
        results(section(where), mood(where))
                .replaceAll(r -> r.code().equals(code) ? result(code, r.mood(), change.apply(r.value())) : r);
    }

    private void negate(GuidanceItem item) {
        results(item.section(), item.actMood())
                .replaceAll(r -> r.code().equals(item.code())
                        ? new GuidanceResult(r.code(), r.mood(), true, r.length(), r.values(), r.line(), r.column())
                        : r);
    }

    Optional<CheckupBaseline> baseline() {
        return baseline;
    }

    GuidanceDocument build() {
        return new GuidanceDocument(
                header.header(),
                sections.stream()
                        .map(section -> new GuidanceSection(
                                Field.of(section),
                                acts.stream()
                                        .filter(act -> act.section.equals(section))
                                        .map(this::built)
                                        .toList()))
                        .toList());
    }

    private GuidanceAct built(Act act) {
        var facility = act.facility.isEmpty()
                ? Organization.ABSENT
                : new Organization(field(act.facility), Field.of("つなぐ見本診療所"), Field.ABSENT, Address.ABSENT);
        return new GuidanceAct(
                act.mood,
                field(act.form),
                act.formSystem,
                field(act.date),
                Length.NONE,
                field(act.staff),
                act.staff.isEmpty() ? "" : OID + "3020",
                facility,
                List.copyOf(act.results),
                line,
                3);
    }

    private Field field(String text) {
        return text.isEmpty() ? Field.ABSENT : new Field(text, line, 7);
    }
}
