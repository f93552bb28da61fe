package org.tsunagu.app.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.worklists.ManyTasks;

/// What is changed is in the ledger, who was shown is in the ledger, and an auditor sees who has logged
/// in.
@ExtendWith(Office.Extension.class)
class LedgerTest {

    private static final String FAMILY = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            F1,１,600,01,1,self,見本 花子,ミホン ハナコ,2,1970-04-01,000-0001,架空市1,,2015-04-01,
            F2,１,600,02,2,child,見本 一郎,ミホン イチロウ,1,2000-04-01,000-0001,架空市1,,2015-04-01,
            """;

    private static Visitor visitor(Office office, String login) {
        var visitor = new Visitor(office);
        visitor.logIn(login, Office.PASSWORD);
        return visitor;
    }

    /// Until it is taken away no change of this insurer gets into the ledger.
    private static void close(Office office, int insurer) {
        office.everything()
                .execute("create function audit.closed_%d() returns trigger language plpgsql as".formatted(insurer)
                        + " $$ begin raise exception 'closed for a test'; end $$");
        office.everything()
                .execute(("create trigger closed_%1$d before insert on audit.event for each row"
                                + " when (new.insurer_id = %1$d and new.kind = 'CHANGE')"
                                + " execute function audit.closed_%1$d()")
                        .formatted(insurer));
    }

    private static void open(Office office, int insurer) {
        office.everything().execute("drop function audit.closed_%d() cascade".formatted(insurer));
    }

    private static List<Long> accounts(Office office, String login) {
        return office.everything().queryForList("select id from access.staff where login = ?", Long.class, login);
    }

    @Test
    void what_cannot_be_written_into_the_ledger_does_not_happen(Office office) {
        var insurer = office.insurer("99031189");
        ManyTasks.of(office, insurer, 3);
        var nurse = visitor(office, "99031189-nurse");
        var administrator = visitor(office, "99031189-administrator");
        var user = accounts(office, "99031189-clerk").getFirst();
        nurse.get("/tasks");
        administrator.get("/users/" + user);
        close(office, insurer.id().value());
        try {
            nurse.post("/tasks", "scope", "all", "action", "exclude", "reason", "転出");
            administrator.post("/users/%d/lock".formatted(user), "locked", "true");
            administrator.post("/users", "login", "not.noted", "name", "試験", "role", "NURSE");
        } finally {
            open(office, insurer.id().value());
        }

        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from worklists.task where insurer_id = ? and state = 'OPEN'",
                                Integer.class,
                                insurer.id().value()))
                .isEqualTo(3);
        assertThat(office.everything()
                        .queryForObject("select enabled from access.staff where id = ?", Boolean.class, user))
                .isTrue();
        assertThat(accounts(office, "not.noted")).isEmpty();
    }

    @Test
    void the_family_that_stands_on_a_persons_page_is_in_the_ledger(Office office) {
        var insurer = office.insurer("99031197");
        office.register(insurer, FAMILY);
        var ids = office.everything()
                .queryForList(
                        "select id from membership.member where insurer_id = ? order by register_key",
                        Long.class,
                        insurer.id().value());

        assertThat(visitor(office, "99031197-nurse")
                        .get("/members/" + ids.getFirst())
                        .body())
                .contains("見本 一郎");

        assertThat(office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(ids.getLast(), Optional.empty(), Long.MAX_VALUE, 9)))
                .anyMatch(entry -> entry.kind().equals("LIST") && entry.detail().equals("family"));
    }

    @Test
    void the_auditor_sees_the_log_ins_of_the_insurers_own_users_only(Office office) {
        office.insurer("99031205");
        office.insurer("99031213");
        visitor(office, "99031213-nurse");
        visitor(office, "99031205-dietitian");
        new Visitor(office).logIn("99031205-clerk", "not the password");

        var page = visitor(office, "99031205-auditor").get("/audit/logins");

        assertThat(page.body())
                .contains("99031205-dietitian", "99031205-auditor", "99031205-clerk", "パスワードか確認コードが違う")
                .doesNotContain("99031213");
        assertThat(visitor(office, "99031205-nurse").get("/audit/logins").status())
                .isEqualTo(403);
    }

    @Test
    void a_list_that_goes_on_has_a_next_page(Office office) {
        var insurer = office.insurer("99031221");
        office.everything()
                .update(
                        "insert into intake.delivery (insurer_id, original, name, channel, state, received_at, received_by)"
                                + " select ?, 'x' || n, 'file ' || n || '.zip', 'upload', 'DONE', now() + make_interval(secs => n),"
                                + " 'test' from generate_series(1, 61) n",
                        insurer.id().value());
        var delivery = office.everything()
                .queryForObject(
                        "select min(id) from intake.delivery where insurer_id = ?",
                        Long.class,
                        insurer.id().value());
        office.everything()
                .update(
                        "insert into intake.document (insurer_id, delivery_id, entry, kind, status, match, symbol, number,"
                                + " branch, kana, sex, birth, postal_code, facility) select ?, ?, 'entry ' || n, '', 'REJECTED',"
                                + " 'NOT_ASKED', '', '', '', '', '', '', '', '' from generate_series(1, 101) n",
                        insurer.id().value(),
                        delivery);
        var clerk = visitor(office, "99031221-clerk");

        assertThat(clerk.get("/intake").body()).contains("/intake?from=60").doesNotContain("file 1.zip");
        assertThat(clerk.get("/intake?from=60").body()).contains("file 1.zip").doesNotContain("?from=");
        var first = clerk.get("/intake/" + delivery).body();
        assertThat(first).contains("entry 100<").doesNotContain("entry 101<");
        var next = first.replaceAll("(?s).*href=\"(/intake/[0-9]+\\?after=[0-9]+)#.*", "$1");
        assertThat(clerk.get(next).body()).contains("entry 101<").doesNotContain("entry 100<");
    }
}
