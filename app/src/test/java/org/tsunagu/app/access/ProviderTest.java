package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.membership.Members;

/// An outside provider sees the members assigned to it: the database itself shows no other.
@ExtendWith(Office.Extension.class)
class ProviderTest {

    private static final String INSURER = "99000177";
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            P1,１,901,01,1,self,委託 一,イタク ハジメ,1,1970-04-01,000-0001,架空市1,,2015-04-01,
            P2,１,902,01,1,self,委託 二,イタク ツギ,2,1971-05-02,000-0001,架空市1,,2015-04-01,
            """;

    private static Insurer insurer(Office office) {
        var insurer = office.insurer(INSURER);
        var members = office.bean(Members.class);
        if (office.as(insurer, Role.NURSE, members::count) == 0) {
            office.register(insurer, REGISTER);
        }
        return insurer;
    }

    private static long member(Office office, String key) {
        var members = office.bean(Members.class);
        return office.as(insurer(office), Role.NURSE, () -> members.byRegisterKeys(List.of(key)))
                .values()
                .iterator()
                .next()
                .value();
    }

    private static long provider(Office office) {
        return office.bean(Accounts.class).idOf(INSURER + "-provider").orElseThrow();
    }

    /// Assigns the first member by the page.
    private static Visitor.Answer assign(Office office) {
        insurer(office);
        var clerk = new Visitor(office);
        clerk.logIn(INSURER + "-clerk", Office.PASSWORD);
        clerk.get("/assignments");
        return clerk.post(
                "/assignments", "provider", Long.toString(provider(office)), "keys", "P1\nP9\n", "until", "2099-03-31");
    }

    private static Visitor visitor(Office office) {
        var visitor = new Visitor(office);
        visitor.logIn(INSURER + "-provider", Office.PASSWORD);
        return visitor;
    }

    @Test
    void the_first_page_lists_the_assigned_members_only(Office office) {
        var told = assign(office);

        assertThat(told.body()).contains("1人を任せました").contains("<li>P9</li>");
        var page = visitor(office).get("/");
        assertThat(page.path()).isEqualTo("/assigned");
        assertThat(page.body()).contains("委託 一").doesNotContain("委託 二");
    }

    @Test
    void a_contact_is_recorded_with_an_assigned_member_and_with_no_other(Office office) {
        assign(office);
        var one = member(office, "P1");
        var other = member(office, "P2");
        var visitor = visitor(office);
        var key = UUID.randomUUID();

        assertThat(visitor.get("/contacts/" + other).status()).isEqualTo(404);
        assertThat(visitor.get("/contacts/" + one).status()).isEqualTo(200);
        var saved = visitor.post(
                "/contacts/" + one,
                "channel",
                "PHONE",
                "outcome",
                "SPOKE",
                "spokeWith",
                "PERSON",
                "note",
                "初回面談の日を決めた",
                "taskId",
                "0",
                "formKey",
                key.toString());

        assertThat(saved.path()).startsWith("/assigned");
        assertThat(office.everything()
                        .queryForObject("select count(*) from contacts.contact where form_key = ?", Integer.class, key))
                .isOne();
    }

    @Test
    void nothing_else_opens(Office office) {
        assign(office);
        var one = member(office, "P1");
        var visitor = visitor(office);

        for (var closed :
                List.of("/members/" + one, "/tasks", "/search", "/intake", "/audit", "/users", "/assignments")) {
            assertThat(visitor.get(closed).status()).as(closed).isEqualTo(403);
        }
    }

    private static <T> T asProvider(Office office, java.util.function.Supplier<T> work) {
        return TestUsers.asProvider(office, insurer(office), provider(office), work);
    }

    @Test
    void a_query_that_forgets_the_assignments_sees_no_other_member(Office office) {
        assign(office);
        var jdbc = office.bean(JdbcClient.class);

        var seen = asProvider(
                office,
                () -> jdbc.sql("select register_key from membership.member")
                        .query(String.class)
                        .list());
        var covered = asProvider(
                office,
                () -> jdbc.sql("select member_id from membership.coverage")
                        .query(Long.class)
                        .list());
        var files = asProvider(
                office,
                () -> jdbc.sql("select count(*) from membership.register_file")
                        .query(Integer.class)
                        .single());

        assertThat(seen).containsExactly("P1");
        assertThat(covered).containsExactly(member(office, "P1"));
        assertThat(files).isZero();
    }

    @Test
    void a_provider_assigns_nobody_to_itself(Office office) {
        assign(office);
        var other = member(office, "P2");
        var jdbc = office.bean(JdbcClient.class);

        assertThatThrownBy(() -> asProvider(
                        office,
                        () -> jdbc.sql("insert into access.assignment"
                                        + " values (:insurer, :me, :other, '2099-01-01', 1)")
                                .param("insurer", insurer(office).id().value())
                                .param("me", provider(office))
                                .param("other", other)
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void an_assignment_that_has_ended_shows_nothing(Office office) {
        assign(office);
        office.everything().update("update access.assignment set until = current_date - 1");

        assertThat(visitor(office).get("/assigned").body())
                .contains("いま担当する方はいません")
                .doesNotContain("委託 一");
    }

    @Test
    void every_table_of_an_insurer_keeps_outsiders_out(Office office) {
        var open = office.everything().queryForList("""
                select n.nspname || '.' || c.relname from pg_class c
                join pg_namespace n on n.oid = c.relnamespace
                join pg_attribute a on a.attrelid = c.oid and a.attname = 'insurer_id' and not a.attisdropped
                where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema')
                and not exists (select 1 from pg_policy p where p.polrelid = c.oid and not p.polpermissive)
                """, String.class);

        // What is read before anybody knows for whom, and the ledger that takes what everybody does.
        assertThat(open).containsExactlyInAnyOrder("access.staff_role", "portal.door", "audit.event", "audit.chain");
    }
}
