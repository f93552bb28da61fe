package org.tsunagu.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.membership.Members;

/// An outside provider sees and changes the courses of its own members only, in the database as on the pages.
@ExtendWith(Office.Extension.class)
class GuidanceProviderTest {

    private static final String NUMBER = "99600025";
    private static final String SHARED = "99600033";
    private static final String REGISTER = """
            member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,postal_code,address,employer,covered_from,covered_to
            P1,１,801,01,1,self,委託 一,イタク ハジメ,1,1970-04-01,000-0001,架空市1,,2015-04-01,
            P2,１,802,01,1,self,委託 二,イタク ツギ,2,1971-05-02,000-0001,架空市1,,2015-04-01,
            """;
    private static final String COURSE = "insert into guidance.course (insurer_id, member_id, checkup_day, fiscal_year,"
            + " level, kind, provider, provider_id, opened_on, staff_id, staff_name, at) values (?, ?, ?::date, 2025,"
            + " 'ACTIVE', 'ACTIVE', 'same name', ?, '2025-06-01', 0, '', now()) returning id";
    private static final String EVENT = "insert into guidance.event (insurer_id, member_id, course_id, trigger, on_day,"
            + " facts, supports, goals, words, done_by, annuls, origin, staff_id, staff_name, form_key, at) values"
            + " (:insurer, :member, :course, 'REMIND', '2025-06-02', '{}', '{}', '{}', '', '', false, 'STAFF', 0, '',"
            + " gen_random_uuid(), now())";

    private static <T> T asProvider(Office office, Insurer insurer, Supplier<T> work) {
        return TestUsers.asProvider(
                office,
                insurer,
                office.bean(Accounts.class).idOf(NUMBER + "-provider").orElseThrow(),
                work);
    }

    private static int event(Office office, Insurer insurer, long member, long course) {
        return asProvider(
                office,
                insurer,
                () -> office.bean(JdbcClient.class)
                        .sql(EVENT)
                        .param("insurer", insurer.id().value())
                        .param("member", member)
                        .param("course", course)
                        .update());
    }

    @Test
    void another_providers_person_is_neither_seen_nor_changed(Office office) {
        var insurer = office.insurer(NUMBER);
        office.register(insurer, REGISTER);
        var members =
                office.as(insurer, Role.CLERK, () -> office.bean(Members.class).byRegisterKeys(List.of("P1", "P2")));
        var mine = members.get("P1").value();
        var other = members.get("P2").value();
        var everything = office.everything();
        var provider = office.bean(Accounts.class).idOf(NUMBER + "-provider").orElseThrow();
        long own = everything.queryForObject(COURSE, Long.class, insurer.id().value(), mine, "2025-05-20", provider);
        long foreign =
                everything.queryForObject(COURSE, Long.class, insurer.id().value(), other, "2025-05-20", provider);
        everything.update(
                "insert into access.assignment values (?, ?, ?, '2099-03-31', 1)",
                insurer.id().value(),
                office.bean(Accounts.class).idOf(NUMBER + "-provider").orElseThrow(),
                mine);

        assertThat(asProvider(
                        office,
                        insurer,
                        () -> office.bean(JdbcClient.class)
                                .sql("select id from guidance.course")
                                .query(Long.class)
                                .list()))
                .containsExactly(own);
        assertThat(event(office, insurer, mine, own)).isOne();
        assertThatThrownBy(() -> event(office, insurer, other, foreign)).isInstanceOf(DataAccessException.class);
        assertThat(asProvider(
                        office,
                        insurer,
                        () -> office.bean(JdbcClient.class)
                                .sql("update guidance.course set provider = 'x' where id = " + foreign)
                                .update()))
                .isZero();

        var visitor = new Visitor(office);
        visitor.logIn(NUMBER + "-provider", Office.PASSWORD);
        assertThat(visitor.get("/guidance/courses?year=2025").body())
                .contains("委託 一")
                .doesNotContain("委託 二");
        assertThat(visitor.get("/guidance/courses/" + own).status()).isEqualTo(200);
        assertThat(visitor.get("/guidance/courses/" + foreign).status()).isEqualTo(404);
        assertThat(visitor.post("/guidance/courses/" + foreign, "what", "REMIND")
                        .status())
                .isEqualTo(404);
        assertThat(visitor.get("/guidance?year=2025").status()).isEqualTo(403);
    }

    /// Two providers who look after the same person, each with a course of its own.
    @Test
    void a_course_of_an_own_person_that_another_provider_holds_is_not_there(Office office) {
        var insurer = office.insurer(SHARED);
        office.register(insurer, REGISTER);
        var accounts = office.bean(Accounts.class);
        accounts.add(SHARED + "-other", "試験 PROVIDER", Office.PASSWORD, insurer, Role.PROVIDER);
        var me = accounts.idOf(SHARED + "-provider").orElseThrow();
        var colleague = accounts.idOf(SHARED + "-other").orElseThrow();
        var member = office.as(
                        insurer, Role.CLERK, () -> office.bean(Members.class).byRegisterKeys(List.of("P1")))
                .get("P1")
                .value();
        var everything = office.everything();
        for (var one : List.of(me, colleague)) {
            everything.update(
                    "insert into access.assignment values (?, ?, ?, '2099-03-31', 1)",
                    insurer.id().value(),
                    one,
                    member);
        }
        long mine = everything.queryForObject(COURSE, Long.class, insurer.id().value(), member, "2025-05-20", me);
        long foreign =
                everything.queryForObject(COURSE, Long.class, insurer.id().value(), member, "2025-08-20", colleague);

        assertThat(asMe(office, insurer, me, "select count(*) from guidance.course"))
                .isOne();
        assertThatThrownBy(() -> TestUsers.asProvider(
                        office,
                        insurer,
                        me,
                        () -> office.bean(JdbcClient.class)
                                .sql(EVENT)
                                .param("insurer", insurer.id().value())
                                .param("member", member)
                                .param("course", foreign)
                                .update()))
                .as("an event in the course of another provider")
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> TestUsers.asProvider(
                        office,
                        insurer,
                        me,
                        () -> office.bean(JdbcClient.class)
                                .sql("update guidance.course set provider_id = :other where id = :id")
                                .param("other", colleague)
                                .param("id", mine)
                                .update()))
                .as("nobody outside gives a course away")
                .isInstanceOf(DataAccessException.class);

        var visitor = new Visitor(office);
        visitor.logIn(SHARED + "-provider", Office.PASSWORD);
        assertThat(visitor.get("/guidance/courses/" + mine).status()).isEqualTo(200);
        assertThat(visitor.get("/guidance/courses/" + foreign).status()).isEqualTo(404);
        assertThat(visitor.post(
                                "/guidance/courses/" + foreign,
                                "what",
                                "DECLINE",
                                "on",
                                "2025-09-01",
                                "by",
                                "x",
                                "words",
                                "x",
                                "version",
                                "1",
                                "formKey",
                                java.util.UUID.randomUUID().toString())
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post("/guidance/courses/%d/provider".formatted(mine), "provider", "0")
                        .status())
                .isEqualTo(404);
        assertThat(visitor.post("/guidance/courses/%d/ticket".formatted(mine), "why", "x")
                        .status())
                .isEqualTo(404);
        assertThat(everything.queryForObject(
                        "select count(*) from guidance.event where course_id = " + foreign, Long.class))
                .isZero();
    }

    private static long asMe(Office office, Insurer insurer, long provider, String count) {
        return TestUsers.asProvider(
                office,
                insurer,
                provider,
                () -> office.bean(JdbcClient.class).sql(count).query(Long.class).single());
    }
}
