package org.tsunagu.app.guidance;

import java.sql.Date;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;
import org.tsunagu.app.tickets.Charge;
import org.tsunagu.app.tickets.IssueTerms;
import org.tsunagu.app.tickets.Terms;
import org.tsunagu.app.tickets.Ticket;
import org.tsunagu.app.tickets.TicketKind;
import org.tsunagu.app.tickets.Tickets;
import org.tsunagu.codes.time.FiscalYear;
import org.tsunagu.rules.guidance.Form;
import org.tsunagu.rules.guidance.Trigger;

/// Invented members with judged checkups, one for each test, and short words for what is recorded about them.
final class GuidanceWorld {

    static final String NUMBER = "99600017";
    private static final Set<String> MADE = ConcurrentHashMap.newKeySet();
    private static final int PEOPLE = 20;

    private final Office office;
    private final Insurer insurer;

    private GuidanceWorld(Office office, String number) {
        this.office = office;
        this.insurer = office.insurer(number);
        if (MADE.add(number)) {
            office.register(insurer, register(""));
        }
    }

    static GuidanceWorld of(Office office) {
        return of(office, NUMBER);
    }

    static GuidanceWorld of(Office office, String number) {
        return new GuidanceWorld(office, number);
    }

    static String kana(int member) {
        return "シドウ " + "アイウエオカキクケコサシスセソタチツテト".charAt(member - 1);
    }

    Insurer insurer() {
        return insurer;
    }

    /// The whole register; one of them has left in mid-course when a day is given.
    static String register(String leftOn) {
        var csv = new StringBuilder("member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
                + "postal_code,address,employer,covered_from,covered_to\n");
        for (var i = 1; i <= PEOPLE; i++) {
            csv.append("G%d,１,7%02d,01,1,self,指導 %d,%s,1,%d-05-01,000-0001,架空市1,,2015-04-01,%s%n"
                    .formatted(i, i, i, kana(i), 1960 + i, i == 1 ? leftOn : ""));
        }
        return csv.toString();
    }

    MemberId member(int number) {
        var key = "G" + number;
        return as(() -> office.bean(Members.class).byRegisterKeys(List.of(key))).get(key);
    }

    <T> T as(java.util.concurrent.Callable<T> work) {
        return office.as(insurer, Role.NURSE, work);
    }

    /// A checkup as it is stored and judged.
    ///
    /// @param level official code
    long checkup(int number, String day, String level, String waist, String weight) {
        var member = member(number).value();
        var id = office.everything()
                .queryForObject(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year,"
                                + " programme, facility, results) values (?, ?, ?, ?, ?, '010', '1310000001', ?::jsonb)"
                                + " returning id",
                        Long.class,
                        insurer.id().value(),
                        member,
                        -member * 100_000 - LocalDate.parse(day).toEpochDay(),
                        Date.valueOf(day),
                        FiscalYear.containing(LocalDate.parse(day)).year(),
                        """
                        {"9N016160100000001": "%s", "9N006000000000001": "%s", "9N011000000000001": "27.5",
                        "9N746000000000011": "2", "9N736000000000011": "1"}""".formatted(waist, weight));
        office.everything()
                .update(
                        "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind,"
                                + " certainty, reasons, missing, rule_set) values (?, ?, ?, 'STRATIFICATION', ?,"
                                + " 'CERTAIN', 'source', '[]', '[]', 'test')",
                        insurer.id().value(),
                        member,
                        id,
                        level);
        return id == null ? 0 : id;
    }

    long open(long checkup) {
        return as(() -> office.bean(Openings.class).open(checkup, Optional.empty(), Holder.OWN))
                .orElseThrow()
                .courseId();
    }

    static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    /// Terms of the guidance tickets of a year that still hold.
    void terms(int year) {
        as(() -> office.bean(IssueTerms.class)
                .add(new Terms(
                        0,
                        year,
                        TicketKind.Family.GUIDANCE,
                        "3",
                        TODAY.plusDays(120),
                        Terms.Contract.COLLECTIVE_A,
                        "見本保険者協議会",
                        "94899010",
                        "架空県架空市本町1-1",
                        "000-000-0000",
                        Charge.Service.of(TicketKind.Family.GUIDANCE).stream()
                                .map(service -> Charge.of(service, Charge.Kind.FIXED, 800))
                                .toList(),
                        "")));
    }

    /// The tickets of a member, the latest first.
    List<Ticket> tickets(int member) {
        var owner = member(member);
        return as(() -> office.bean(Tickets.class).of(owner));
    }

    Visitor visitor(String role) {
        var visitor = new Visitor(office);
        visitor.logIn(insurer.number() + "-" + role, Office.PASSWORD);
        return visitor;
    }

    PersonCourse course(long id) {
        return as(() -> office.bean(Guidance.class).find(id)).orElseThrow();
    }

    CourseSummary summary(long id) {
        var stored = course(id);
        return CourseSummary.of(stored, LocalDate.parse("2026-11-01"));
    }

    Recording.Outcome record(long course, Entry entry) {
        return record(course, course(course).version(), 0, entry);
    }

    Recording.Outcome record(long course, int version, long corrects, Entry entry) {
        return as(() -> office.bean(Recording.class)
                .record(new Recording.At(course, version, corrects, UUID.randomUUID()), entry));
    }

    /// Records that must be taken.
    void take(long course, Entry... entries) {
        for (var entry : entries) {
            if (!(record(course, entry) instanceof Recording.Outcome.Done)) {
                throw new AssertionError(entry + ": " + record(course, entry));
            }
        }
    }

    static Entry on(Trigger trigger, String day) {
        return Entry.of(trigger, LocalDate.parse(day), "保健師 試験");
    }

    static Entry interview(String day, String... goals) {
        return with(on(Trigger.FIRST_INTERVIEW, day), "", 30, "", "", List.of(goals));
    }

    static Entry support(String day, String item, int minutes) {
        return with(on(Trigger.SUPPORT, day), item, minutes, "", "", List.of());
    }

    static Entry evaluation(String day, String waist, String weight) {
        return with(on(Trigger.EVALUATE, day), "", 0, waist, weight, List.of());
    }

    private static Entry with(Entry of, String item, int minutes, String waist, String weight, List<String> goals) {
        return new Entry(
                of.trigger(),
                of.on(),
                Optional.of(Form.INDIVIDUAL_REMOTE),
                OptionalInt.of(minutes),
                OptionalInt.empty(),
                item,
                Set.of(),
                Optional.of(waist).filter(text -> !text.isEmpty()).map(java.math.BigDecimal::new),
                Optional.of(weight).filter(text -> !text.isEmpty()).map(java.math.BigDecimal::new),
                List.of(),
                OptionalInt.empty(),
                false,
                Optional.empty(),
                goals,
                OptionalInt.empty(),
                "",
                of.by());
    }

    /// A course up to the first interview of 20 June of a year.
    long begun(int number, String year, String level) {
        var course = open(checkup(number, year + "-05-20", level, "92.3", "78.4"));
        take(
                course,
                on(Trigger.ISSUE_TICKET, year + "-06-01"),
                on(Trigger.APPLY, year + "-06-10"),
                interview(year + "-06-20", "BODY2", "DIET_SNACK"));
        return course;
    }
}
