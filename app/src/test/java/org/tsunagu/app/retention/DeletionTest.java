package org.tsunagu.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.app.retention.DeletionWorld.TODAY;
import static org.tsunagu.app.retention.DeletionWorld.begin;
import static org.tsunagu.app.retention.DeletionWorld.certificate;
import static org.tsunagu.app.retention.DeletionWorld.checkups;
import static org.tsunagu.app.retention.DeletionWorld.insurer;
import static org.tsunagu.app.retention.DeletionWorld.left;
import static org.tsunagu.app.retention.DeletionWorld.member;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.dao.DataAccessException;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.ChainCheck;

/// What was kept long enough goes, with a certificate; everything else stays.
@ExtendWith(Office.Extension.class)
class DeletionTest {

    @Test
    void the_preview_says_of_each_record_whether_it_goes_and_why(Office office) {
        var insurer = insurer(office, "99700189");
        checkups(office, insurer, "gone", 2);
        checkups(office, insurer, "lately", 1);
        checkups(office, insurer, "insured", 1);
        var preview = office.as(
                insurer, Role.AUDITOR, () -> office.bean(Retentions.class).preview());

        assertThat(preview.counts())
                .filteredOn(count -> count.kind().equals("CHECKUP"))
                .extracting(count -> count.why() + " " + count.records())
                .containsExactlyInAnyOrder("OVER 2", "LEFT 1", "INSURED 1");
        assertThat(preview.untold()).containsExactly("VIEWER");
        assertThat(left(office, insurer, "gone")).isEqualTo(2);
    }

    @Test
    void what_is_over_goes_with_its_judgements_and_leaves_a_certificate(Office office) {
        var insurer = insurer(office, "99700197");
        checkups(office, insurer, "gone", 3);
        checkups(office, insurer, "lately", 1);
        checkups(office, insurer, "insured", 1);
        var member = member(office, insurer, "gone");
        var run = begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(left(office, insurer, "gone")).isZero();
        assertThat(left(office, insurer, "lately")).isOne();
        assertThat(left(office, insurer, "insured")).isOne();
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from checkups.decision where member_id = ?", Integer.class, member))
                .isZero();
        var certificate = certificate(office, insurer, run);
        assertThat(certificate.run().isDone()).isTrue();
        assertThat(certificate.run().hash()).matches("[0-9a-f]{64}");
        assertThat(certificate.run().backupsUntil()).contains(TODAY.plusDays(35));
        assertThat(certificate.counts())
                .containsExactly(
                        new Run.Count("CHECKUP", certificate.counts().getFirst().row(), "DELETED", 3, 1));
        assertThat(office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(member, Optional.empty(), Long.MAX_VALUE, 10)))
                .anyMatch(entry -> entry.dataClass().equals("retention")
                        && entry.detail().contains(certificate.run().hash()));
        assertThat(office.bean(ChainCheck.class).of(insurer.id()).isWhole()).isTrue();
    }

    @Test
    void a_hold_keeps_what_would_go_until_it_is_released(Office office) {
        var insurer = insurer(office, "99700205");
        checkups(office, insurer, "gone", 2);
        office.as(insurer, Role.ADMINISTRATOR, () -> {
            office.bean(Holds.class)
                    .put(Optional.of(member(office, insurer, "gone")), "CHECKUP", "照会に回答するため", TODAY.plusMonths(1));
            return 0;
        });
        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(left(office, insurer, "gone")).isEqualTo(2);

        office.as(insurer, Role.ADMINISTRATOR, () -> {
            office.bean(Holds.class)
                    .release(office.bean(Holds.class).all().getFirst().id());
            return 0;
        });
        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(left(office, insurer, "gone")).isZero();
    }

    @Test
    void a_course_of_guidance_is_as_old_as_its_last_event(Office office) {
        var insurer = insurer(office, "99700304");
        course(office, insurer, "gone", TODAY.minusYears(9), TODAY.minusYears(8));
        course(office, insurer, "gone", TODAY.minusYears(7), TODAY.minusYears(1));
        begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(office.everything()
                        .queryForList(
                                "select e.at::date::text from guidance.event e where e.insurer_id = ?",
                                String.class,
                                insurer.id().value()))
                .containsExactly(TODAY.minusYears(1).toString());
    }

    private static void course(Office office, Insurer insurer, String key, LocalDate opened, LocalDate last) {
        var jdbc = office.everything();
        var course = jdbc.queryForObject(
                "insert into guidance.course (insurer_id, member_id, checkup_day, fiscal_year, level, kind, provider,"
                        + " opened_on, staff_id, staff_name, at) values (?, ?, ?::date, 2017, 'ACTIVE', 'ACTIVE', '',"
                        + " ?::date, 1, 'test', ?::date) returning id",
                Long.class,
                insurer.id().value(),
                member(office, insurer, key),
                opened.toString(),
                opened.toString(),
                opened.toString());
        jdbc.update(
                "insert into guidance.event (insurer_id, member_id, course_id, trigger, on_day, facts, supports, goals,"
                        + " words, done_by, annuls, origin, staff_id, staff_name, form_key, at) values (?, ?, ?, 'x',"
                        + " ?::date, '{}', '{}', '{}', '', '', false, 'STAFF', 1, 'test', gen_random_uuid(),"
                        + " ?::date + interval '12 hours')",
                insurer.id().value(),
                member(office, insurer, key),
                course,
                last.toString(),
                last.toString());
    }

    @Test
    void pages_show_the_preview_and_the_certificate_to_those_who_may(Office office) {
        var insurer = insurer(office, "99700270");
        checkups(office, insurer, "gone", 1);
        var nurse = new Visitor(office);
        nurse.logIn("99700270-nurse", Office.PASSWORD);
        var administrator = new Visitor(office);
        administrator.logIn("99700270-administrator", Office.PASSWORD);

        assertThat(nurse.get("/retention").status()).isEqualTo(403);
        assertThat(administrator.get("/retention").body()).contains("保存期間が過ぎている（削除する）");
        assertThat(administrator.post("/retention").body()).contains("内容を確かめてから始めてください");
        var begun = administrator.post("/retention", "sure", "true");
        office.waitForJobs(insurer);
        assertThat(begun.path()).startsWith("/retention/");
        assertThat(administrator
                        .get(begun.path().substring(0, begun.path().indexOf('?')))
                        .body())
                .contains("削除証明書")
                .contains("削除した")
                .contains("残っていることがあります");
        var wrong = administrator.post("/retention/holds", "member", "x", "reason", "", "until", "");
        assertThat(wrong.status()).isEqualTo(422);
        var right = administrator.post(
                "/retention/holds",
                "kind",
                "CLAIM",
                "reason",
                "監査のため",
                "until",
                TODAY.plusDays(9).toString());
        assertThat(right.body()).contains("監査のため");
    }

    @Test
    void the_application_itself_cannot_delete_past_the_rules(Office office) {
        for (var table : List.of("checkups.checkup", "consent.event", "consent.disclosure", "claims.claim")) {
            assertThatThrownBy(() -> office.asApplication().update("delete from " + table))
                    .isInstanceOf(DataAccessException.class);
        }
    }
}
