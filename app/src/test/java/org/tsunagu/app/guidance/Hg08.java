package org.tsunagu.app.guidance;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.cda.GuidanceWriter;
import org.tsunagu.checkupformat.document.Address;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceAct;
import org.tsunagu.checkupformat.document.GuidanceAct.Length;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.GuidanceResult;
import org.tsunagu.checkupformat.document.GuidanceSection;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Organization;
import org.tsunagu.checkupformat.document.Patient;
import org.tsunagu.checkupformat.document.Ticket;
import org.tsunagu.checkupformat.document.WrittenValue;
import org.tsunagu.codes.item.GuidanceItem;
import org.tsunagu.codes.item.GuidanceItem.Carrier;
import org.tsunagu.codes.item.GuidanceItems;
import org.tsunagu.codes.ticket.TicketNumber;
import org.tsunagu.codes.time.FiscalYear;

/// Documents about guidance as a provider sends them, of invented people.
public final class Hg08 {

    private static final GuidanceItems ITEMS = GuidanceItems.shipped();
    private static final String OID = "1.2.392.200119.6.";
    private static final String FACILITY = "9911000017";
    private static final List<String> NUMBERS = List.of("1", "0", "0", "0", "1", "0");
    private static final List<String> MINUTES = List.of("20", "0", "0", "0", "10");

    private final String category;
    private final String day;
    private final Patient patient;
    private final String level;
    private final List<GuidanceSection> sections = new ArrayList<>();

    private Hg08(String category, String day, Patient patient, String level) {
        this.category = category;
        this.day = day;
        this.patient = patient;
        this.level = level;
    }

    /// A document of a kind of report.
    ///
    /// @param day of service, eight digits
    public static Hg08 of(String category, String day, Patient patient, String level) {
        return new Hg08(category, day, patient, level);
    }

    /// A person by what stands on the card.
    public static Patient person(String insurer, String number, String kana, String birth) {
        return new Patient(
                Field.of(insurer),
                Field.of("１"),
                Field.of(number),
                Field.of("01"),
                Field.of(kana.replace(" ", "")),
                Field.of("1"),
                Field.of(OID + "1104"),
                Field.of(birth),
                new Address(Field.of("架空市1"), Field.of("000-0001")));
    }

    Hg08 common(String checkupDay) {
        return section("90010", act("90010", "EVN", "", "", "", "level", level, "checkup_day", checkupDay));
    }

    Hg08 first(String system, String form, String minutes) {
        return first(system, form, minutes, "0");
    }

    Hg08 first(String system, String form, String minutes, String early) {
        var act = act("90030", "EVN", day, system, form, "minutes", minutes, "early", early);
        if (!level.equals("1")) {
            return section("90030", act);
        }
        return section(
                "90030",
                act,
                act(
                        "90030",
                        "INT",
                        "",
                        "",
                        "",
                        "period",
                        "12",
                        "waist",
                        "84.0",
                        "weight",
                        "68.0",
                        "waist_weight",
                        "1",
                        "diet",
                        "1",
                        "exercise",
                        "1",
                        "smoking",
                        "0",
                        "rest",
                        "0",
                        "other",
                        "0",
                        "outcome_points",
                        "60"));
    }

    /// Supports, each `day form minutes points`.
    Hg08 supports(String system, String... all) {
        var acts = new ArrayList<GuidanceAct>();
        for (var one : all) {
            var parts = one.split(" ");
            acts.add(act("90040", "EVN", parts[0], system, parts[1], "minutes", parts[2], "points", parts[3]));
        }
        return section("90040", acts.toArray(GuidanceAct[]::new));
    }

    /// A final evaluation in which two centimetres and two kilograms, eating and exercise were reached.
    Hg08 last(String waist, String weight) {
        return section(
                "90060",
                act(
                        "90060",
                        "EVN",
                        day,
                        "24010",
                        "1",
                        "waist",
                        waist,
                        "weight",
                        weight,
                        "waist_weight",
                        "2",
                        "diet",
                        "1",
                        "exercise",
                        "1",
                        "smoking",
                        "8",
                        "rest",
                        "9",
                        "other",
                        "9",
                        "outcome_points",
                        "220"));
    }

    Hg08 totals(boolean isDone, String total) {
        var planned = sums("INT", "", isDone ? "160" : total);
        return isDone ? section("90070", planned, sums("EVN", "20240910", total)) : section("90070", planned);
    }

    private static GuidanceAct sums(String mood, String end, String total) {
        var cells = new ArrayList<String>();
        for (var i = 0; i < NUMBERS.size(); i++) {
            cells.add("count_" + (i + 1));
            cells.add(NUMBERS.get(i));
        }
        for (var i = 0; i < MINUTES.size(); i++) {
            cells.add("minutes_" + (i + 1));
            cells.add(MINUTES.get(i));
        }
        cells.addAll(List.of("process_points", "100", "total_points", total));
        return act("90070", mood, end, "", "", cells.toArray(String[]::new));
    }

    private Hg08 section(String code, GuidanceAct... acts) {
        sections.add(new GuidanceSection(Field.of(code), List.of(acts)));
        return this;
    }

    private static GuidanceAct act(
            String section, String mood, String day, String system, String form, String... results) {
        var isSession = !form.isEmpty();
        var all = new ArrayList<GuidanceResult>();
        for (var i = 0; i < results.length; i += 2) {
            all.add(result(ITEMS.get(section, mood, results[i]), results[i + 1]));
        }
        return new GuidanceAct(
                mood,
                form.isEmpty() ? Field.ABSENT : Field.of(form),
                isSession ? OID + system : "",
                day.isEmpty() ? Field.ABSENT : Field.of(day),
                Length.NONE,
                isSession ? Field.of("2") : Field.ABSENT,
                isSession ? OID + "3020" : "",
                isSession
                        ? new Organization(Field.of(FACILITY), Field.of("つなぐ見本診療所"), Field.ABSENT, Address.ABSENT)
                        : Organization.ABSENT,
                all,
                1,
                1);
    }

    private static GuidanceResult result(GuidanceItem item, String text) {
        if (item.carrier() == Carrier.MINUTES) {
            return new GuidanceResult(item.code(), item.mood(), false, new Length(text, "min"), List.of(), 1, 1);
        }
        var value = new WrittenValue(item.type(), text, item.unit(), item.codeSystem(), "");
        return new GuidanceResult(item.code(), item.mood(), false, Length.NONE, List.of(value), 1, 1);
    }

    public GuidanceDocument build() {
        var insurer = patient.insurerNumber().text();
        var year = new FiscalYear(Integer.parseInt(day.substring(0, 4)));
        var kind = level.equals("1") ? "3" : "2";
        var facility = new Organization(
                Field.of(FACILITY),
                Field.of("つなぐ見本診療所"),
                Field.of("00-0000-0000"),
                new Address(Field.of("架空県架空市1"), Field.of("000-0001")));
        var ticket = new Ticket(
                Field.of("2"),
                Field.of(year.year() + 1 + "0331"),
                Field.of(TicketNumber.running(year, kind, 3).digits()),
                Field.of(OID + "210.1" + insurer),
                Field.of(insurer));
        var header = new Header(
                Field.of("2.16.840.1.113883.1.3"),
                Field.of("POCD_HD000040"),
                Field.of(category),
                Field.of(OID + "1001"),
                Field.of(year.year() + "1230"),
                patient,
                Field.of(year.year() + "1230"),
                facility,
                List.of(ticket),
                Field.of("100"),
                Field.of(OID + "1002"),
                Field.of(day),
                facility);
        return new GuidanceDocument(header, List.copyOf(sections));
    }

    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        try {
            new GuidanceWriter().write(build(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// The report of the first interview of 10 July 2024.
    public static Hg08 start(Patient patient) {
        return of("21", "20240710", patient, "1")
                .common("20240531")
                .first("24010", "1", "30")
                .totals(false, "160");
    }

    /// The report of the final evaluation of 15 October 2024 with supports of 70 and 30 points.
    public static Hg08 end(Patient patient, String total) {
        return of("22", "20241015", patient, "1")
                .common("20240531")
                .supports("24010", "20240810 1 20 70", "20240910 5 10 30")
                .last("84.9", "68.1")
                .totals(true, total);
    }
}
