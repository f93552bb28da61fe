package org.tsunagu.app.portal;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.security.core.context.SecurityContextHolder;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Look;
import org.tsunagu.app.audit.PersonLooks;
import org.tsunagu.app.membership.Member;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.membership.Members;

/// Invented members of one insurer, one for each test, with short words for how they come to their pages.
final class MemberWorld {

    static final String NUMBER = "99700015";
    static final String PASSWORD = "a password of my own";

    private static final int PEOPLE = 40;
    private static final Set<String> MADE = ConcurrentHashMap.newKeySet();
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final Office office;
    private final Insurer insurer;

    private MemberWorld(Office office) {
        this.office = office;
        this.insurer = office.insurer(NUMBER);
        if (MADE.add(NUMBER)) {
            office.register(insurer, register());
        }
    }

    static MemberWorld of(Office office) {
        return new MemberWorld(office);
    }

    /// Every two share a household; the even ones are children of 2015.
    private static String register() {
        var csv = new StringBuilder("member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
                + "postal_code,address,employer,covered_from,covered_to\n");
        for (var i = 1; i <= PEOPLE; i++) {
            var isChild = i % 2 == 0;
            csv.append("P%d,１,8%02d,%02d,%d,%s,本人 %d,ホンニン %s,%d,%s,000-0001,架空市1,,2015-04-01,%n"
                    .formatted(
                            i,
                            (i + 1) / 2,
                            isChild ? 2 : 1,
                            isChild ? 2 : 1,
                            isChild ? "child" : "self",
                            i,
                            "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリ".charAt(i - 1),
                            1 + i % 2,
                            isChild ? "2015-06-01" : "1965-05-01"));
        }
        return csv.toString();
    }

    Insurer insurer() {
        return insurer;
    }

    /// Also within something that is done as somebody else, who goes on afterwards.
    <T> T as(Role role, java.util.concurrent.Callable<T> work) {
        var before = SecurityContextHolder.getContext().getAuthentication();
        try {
            return office.as(insurer, role, work);
        } finally {
            var after = SecurityContextHolder.createEmptyContext();
            after.setAuthentication(before);
            SecurityContextHolder.setContext(after);
        }
    }

    Member member(int number) {
        var key = "P" + number;
        return as(Role.CLERK, () -> {
            var members = office.bean(Members.class);
            MemberId id = members.byRegisterKeys(List.of(key)).get(key);
            return members.find(id).orElseThrow();
        });
    }

    long id(int number) {
        return member(number).id().value();
    }

    String code(int number) {
        var member = member(number);
        return as(
                        Role.CLERK,
                        () -> office.bean(MemberInvitations.class)
                                .issue(member, MemberInvitations.Way.LETTER)
                                .orElseThrow())
                .code();
    }

    static String name() {
        return "member" + NAMES.incrementAndGet();
    }

    static Visitor.Answer connect(Visitor visitor, String code, String birth, String login) {
        visitor.get("/my/start");
        return visitor.post(
                "/my/start", "code", code, "birth", birth, "login", login, "password", PASSWORD, "again", PASSWORD);
    }

    static Visitor.Answer logIn(Visitor visitor, String login, String password) {
        visitor.get("/my/login");
        return visitor.post("/my/login", "username", login, "password", password);
    }

    /// A member who has connected and logged in.
    Visitor at(int number) {
        var visitor = new Visitor(office);
        var login = name();
        connect(visitor, code(number), "1965-05-01", login);
        logIn(visitor, login, PASSWORD);
        return visitor;
    }

    /// The same, who has shown the password a moment ago.
    Visitor confirmed(int number) {
        var visitor = at(number);
        visitor.get("/my/confirm");
        visitor.post("/my/confirm", "back", "/my", "password", PASSWORD);
        return visitor;
    }

    /// A checkup with blood pressure and HDL.
    long checkup(int number, String day, int year, String pressure, String hdl) {
        office.everything()
                .update(
                        "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                                + " facility, results) values (?, ?, ?, ?::date, ?, '010', '架空健診センター', ?::jsonb)",
                        insurer.id().value(),
                        id(number),
                        -id(number) * 10_000 - year,
                        day,
                        year,
                        "{\"9A751000000000001\":\"%s\",\"3F070000002327101\":\"%s\"}".formatted(pressure, hdl));
        return office.everything()
                .queryForObject("select max(id) from checkups.checkup where member_id = ?", Long.class, id(number));
    }

    /// What stands about a member in the ledger, the latest first.
    List<PersonLooks.Seen> ledger(int number) {
        var id = id(number);
        return as(
                Role.AUDITOR,
                () -> office.bean(PersonLooks.class)
                        .about(id, java.time.OffsetDateTime.parse("2020-01-01T00:00Z"), true, 500));
    }

    List<String> kinds(int number) {
        return ledger(number).stream()
                .filter(one -> one.kind() != Look.Kind.LIST)
                .map(one -> one.kind() + " " + one.place() + " " + one.actor())
                .toList();
    }
}
