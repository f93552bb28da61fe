package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.membership.Members;

/// Insurers are isolated in the database itself.
@ExtendWith(Office.Extension.class)
class TenancyTest {

    /// Tables that are read before anybody knows for whom.
    private static final List<String> WITHOUT_POLICY = List.of("access.staff_role", "portal.door");

    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            %s1,１,100,01,1,self,見本 %s,ミホン ハナコ,2,1970-04-01,000-0001,架空市1,,2015-04-01,
            """;

    @Test
    void every_table_with_an_insurer_is_guarded_and_the_owner_is_bound_too(Office office) {
        var unguarded = office.everything().queryForList("""
                        select n.nspname || '.' || c.relname from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        join pg_attribute a on a.attrelid = c.oid and a.attname = 'insurer_id' and not a.attisdropped
                        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema')
                        and not (c.relrowsecurity and c.relforcerowsecurity
                          and exists (select 1 from pg_policy p where p.polrelid = c.oid))
                        """, String.class);

        assertThat(unguarded).containsExactlyInAnyOrderElementsOf(WITHOUT_POLICY);
    }

    @Test
    void tables_without_an_insurer_are_few_and_hold_no_member(Office office) {
        var tables = office.everything().queryForList("""
                        select n.nspname || '.' || c.relname from pg_class c
                        join pg_namespace n on n.oid = c.relnamespace
                        where c.relkind = 'r' and n.nspname not in ('pg_catalog', 'information_schema', 'public')
                        and c.relname <> 'migration'
                        and not exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'insurer_id')
                        """, String.class);

        assertThat(tables).containsExactlyInAnyOrder("access.insurer", "access.staff");
    }

    @Test
    void the_application_owns_nothing_and_cannot_step_around_the_policies(Office office) {
        var role = office.everything()
                .queryForMap("select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole from pg_roles"
                        + " where rolname = 'tsunagu_app'");
        var owned = office.everything()
                .queryForObject(
                        "select count(*) from pg_class c join pg_roles r on r.oid = c.relowner"
                                + " where r.rolname = 'tsunagu_app'",
                        Integer.class);

        assertThat(role.values()).containsOnly(false);
        assertThat(owned).isZero();
    }

    @Test
    void a_query_that_forgets_the_insurer_sees_nothing_of_another(Office office) {
        var one = office.insurer("99000010");
        var other = office.insurer("99000028");
        office.register(one, REGISTER.formatted("A", "一"));
        office.register(other, REGISTER.formatted("B", "二"));
        var jdbc = office.bean(JdbcClient.class);
        var transactions = office.bean(TenantTransactions.class);

        var seen = transactions.in(
                other.id(),
                () -> jdbc.sql("select register_key from membership.member")
                        .query(String.class)
                        .list());

        assertThat(seen).containsExactly("B1");
    }

    @Test
    void without_an_insurer_there_is_nothing_to_see_and_nothing_to_write(Office office) {
        office.register(office.insurer("99000010"), REGISTER.formatted("A", "一"));
        var jdbc = office.asApplication();

        assertThat(jdbc.queryForObject("select count(*) from membership.member", Integer.class))
                .isZero();
        assertThatThrownBy(() ->
                        jdbc.update("insert into files.original values (1, repeat('a', 64), 1, '', '', now(), '')"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void a_row_of_another_insurer_cannot_be_written(Office office) {
        var one = office.insurer("99000010");
        var other = office.insurer("99000028");
        var jdbc = office.bean(JdbcClient.class);
        var transactions = office.bean(TenantTransactions.class);

        assertThatThrownBy(() -> transactions.run(
                        one.id(),
                        () -> jdbc.sql(
                                        "insert into files.original values (:other, repeat('a', 64), 1, '', '', now(), '')")
                                .param("other", other.id().value())
                                .update()))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void a_transaction_works_for_one_insurer_only(Office office) {
        var one = office.insurer("99000010");
        var other = office.insurer("99000028");
        var transactions = office.bean(TenantTransactions.class);

        assertThatThrownBy(() -> transactions.run(one.id(), () -> transactions.run(other.id(), () -> {})))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_members_of_another_insurer_are_not_found(Office office) {
        var one = office.insurer("99000010");
        var other = office.insurer("99000028");
        office.register(one, REGISTER.formatted("A", "一"));
        var members = office.bean(Members.class);
        var mine = office.as(one, Role.NURSE, () -> members.search("ミホン", 5)).getFirst();

        var theirs = office.as(other, Role.NURSE, () -> members.find(mine.id()));

        assertThat(theirs).isEmpty();
    }
}
