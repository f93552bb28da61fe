package org.tsunagu.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// What was written down about consents before there was a ledger is in it, entry by entry.
@ExtendWith(Office.Extension.class)
class ConsentMigrationTest {

    private static final Map<String, String> BEFORE =
            Map.of("access", "4", "audit", "2", "files", "1", "jobs", "1", "membership", "3", "consent", "1");
    private static final String EVENT = "insert into consent.event (insurer_id, member_id, about, decision, day, asked,"
            + " proxy, wording, note, staff_id, staff_name, form_key, at) select insurer_id, id, ?, ?, ?::date, 'PAPER',"
            + " '', 'v1', ?, 1, 'test', gen_random_uuid(), now() from membership.member";

    @Test
    void no_entry_is_lost_and_each_says_the_same(Office office) {
        var url = office.bean(Environment.class).getRequiredProperty("spring.datasource.url");
        var secrets = new Secrets(office.data());
        office.everything().execute("drop database if exists third");
        office.everything().execute("create database third owner tsunagu_owner");
        var access = new Database.Access(
                url.replaceFirst("/tsunagu\\b", "/third"),
                Database.OWNER,
                secrets.password("database-owner", 40),
                secrets.password("database-app", 40));
        Database.remake(access, BEFORE);
        var jdbc = new JdbcTemplate(new DriverManagerDataSource(
                access.url(), "tsunagu_admin", secrets.password("database-admin", 40)));
        jdbc.update("insert into access.insurer (number, name) values ('99700288', '試験')");
        jdbc.update("insert into membership.member (insurer_id, register_key, name, name_key, kana, kana_key, sex, birth,"
                + " kind, relation, symbol, number, branch, number_key, household_key, card_number_key, employer,"
                + " postal_code, address, phone, phone_key) select id, 'm', '', '', '', '', '1', '1970-01-01'::date, '', '',"
                + " '', '', '', '', '', '', '', '', '', '', '' from access.insurer");
        jdbc.update(EVENT, "CLINICAL", "GIVEN", "2026-04-01", "一");
        jdbc.update(EVENT, "CLINICAL", "WITHDRAWN", "2026-05-01", "二");
        jdbc.update(EVENT, "HANDOVER", "REFUSED", "2026-06-01", "三");

        Database.migrate(access);

        assertThat(jdbc.queryForList(
                        "select note || ' ' || act || ' ' || purpose || ' ' || array_to_string(data_classes, '+') || ' '"
                                + " || (valid_from at time zone 'Asia/Tokyo')::date from consent.event order by id",
                        String.class))
                .containsExactly(
                        "一 GIVE CLINICAL_RESULTS TEST_RESULTS 2026-04-01",
                        "二 WITHDRAW CLINICAL_RESULTS TEST_RESULTS 2026-05-01",
                        "三 WITHDRAW FORMER_INSURER CHECKUP+GUIDANCE 2026-06-01");
        assertThat(jdbc.queryForList("select about || ' ' || decision from consent.in_force order by 1", String.class))
                .containsExactly("CLINICAL WITHDRAWN", "HANDOVER REFUSED");
        office.everything().execute("drop database third with (force)");
    }
}
