package org.tsunagu.app.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.dao.DataAccessException;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.audit.ChainCheck;
import org.tsunagu.app.files.Originals;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Steps;

/// What was kept long enough goes, in whole steps and with a certificate; everything else stays.
@ExtendWith(Office.Extension.class)
class DeletionTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    private static final String HEAD = "member_id,symbol,number,branch,kind,relation,name,name_kana,sex,birth_date,"
            + "postal_code,address,employer,covered_from,covered_to\n";
    private static long documents = 5_000_000;

    /// Somebody who left long ago, somebody who left lately, somebody insured.
    private static Insurer insurer(Office office, String number) {
        var insurer = office.insurer(number);
        office.register(
                insurer,
                HEAD
                        + line("gone", "2015-04-01", TODAY.minusYears(5).toString())
                        + line("lately", "2015-04-01", TODAY.minusMonths(2).toString())
                        + line("insured", "2015-04-01", ""));
        return insurer;
    }

    private static String line(String key, String from, String to) {
        return "%s,1,%d,01,1,self,見本 太郎,ミホン タロウ,1,1970-06-01,000-0001,架空市1,甲社,%s,%s\n"
                .formatted(key, Math.abs(key.hashCode() % 10_000), from, to);
    }

    private static long member(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select id from membership.member where insurer_id = ? and register_key = ?",
                        Long.class,
                        insurer.id().value(),
                        key);
    }

    /// Results made nine years ago, with a judgement each.
    private static void checkups(Office office, Insurer insurer, String key, int many) {
        checkups(office, insurer, key, documents, many);
        documents += many;
    }

    private static void checkups(Office office, Insurer insurer, String key, long firstDocument, int many) {
        var jdbc = office.everything();
        jdbc.update(
                "insert into checkups.checkup (insurer_id, member_id, document_id, exam_date, fiscal_year, programme,"
                        + " facility, results, stored_at) select m.insurer_id, m.id, ? + n, ?::date, 2017, '010', '架空',"
                        + " '{}', ?::date from membership.member m, generate_series(0, ? - 1) n"
                        + " where m.insurer_id = ? and m.register_key = ?",
                firstDocument,
                TODAY.minusYears(9).toString(),
                TODAY.minusYears(9).toString(),
                many,
                insurer.id().value(),
                key);
        jdbc.update(
                "insert into checkups.decision (insurer_id, member_id, checkup_id, question, value, kind, certainty,"
                        + " reasons, missing, rule_set) select insurer_id, member_id, id, 'COMPLETE', 'true', 'CERTAIN',"
                        + " 'source', '[]', '[]', 'test' from checkups.checkup where insurer_id = ? and document_id"
                        + " between ? and ?",
                insurer.id().value(),
                firstDocument,
                firstDocument + many - 1);
        jdbc.update(
                "insert into checkups.recheck (insurer_id, member_id, checkup_id, question, code, asked_on, note,"
                        + " staff_id, staff_name, at) select insurer_id, member_id, id, 'x', '1', current_date, '', 1,"
                        + " 'test', now() from checkups.checkup where insurer_id = ? and document_id = ?",
                insurer.id().value(),
                firstDocument);
    }

    private static int left(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select count(*) from checkups.checkup c join membership.member m on m.id = c.member_id"
                                + " where m.insurer_id = ? and m.register_key = ?",
                        Integer.class,
                        insurer.id().value(),
                        key);
    }

    private static long begin(Office office, Insurer insurer) {
        return office.as(
                insurer, Role.ADMINISTRATOR, () -> office.bean(Retentions.class).begin());
    }

    private static Run.Certificate certificate(Office office, Insurer insurer, long run) {
        return office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Retentions.class).certificate(run))
                .orElseThrow();
    }

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
    void an_original_goes_only_when_nobody_is_left_in_it(Office office) throws IOException {
        var insurer = insurer(office, "99700213");
        var alone = delivery(office, insurer, "alone", "gone");
        var shared = delivery(office, insurer, "shared", "gone", "insured");
        var run = begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(certificate(office, insurer, run).files())
                .containsExactlyInAnyOrder(new Run.File(alone, true), new Run.File(shared, false));
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), alone)))
                .isFalse();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), shared)))
                .isTrue();
        assertThat(office.everything()
                        .queryForList(
                                "select kana from intake.document where insurer_id = ? order by id",
                                String.class,
                                insurer.id().value()))
                .containsExactly("", "", "ミホン タロウ");
    }

    /// A file with a document and a result of each of these people.
    private static String delivery(Office office, Insurer insurer, String content, String... keys) throws IOException {
        var hash = office.bean(Originals.class)
                .keep(
                        insurer.id(),
                        new ByteArrayInputStream((insurer.number() + content).getBytes(StandardCharsets.UTF_8)),
                        content + ".zip",
                        "upload",
                        "test")
                .hash();
        var jdbc = office.everything();
        var id = jdbc.queryForObject(
                "insert into intake.delivery (insurer_id, original, name, channel, state, received_at, received_by)"
                        + " values (?, ?, 'x.zip', 'upload', 'DONE', now(), 'test') returning id",
                Long.class,
                insurer.id().value(),
                hash);
        for (var key : keys) {
            var document = jdbc.queryForObject(
                    "insert into intake.document (insurer_id, delivery_id, entry, kind, status, match, member_id,"
                            + " exam_date, symbol, number, branch, kana, sex, birth, postal_code, facility)"
                            + " values (?, ?, ?, 'CHECKUP', 'ACCEPTED', 'NUMBER', ?, '2017-06-01', '1', '1', '01',"
                            + " 'ミホン タロウ', '1', '19700601', '000-0001', '架空') returning id",
                    Long.class,
                    insurer.id().value(),
                    id,
                    key + ".xml",
                    member(office, insurer, key));
            checkups(office, insurer, key, document, 1);
        }
        return hash;
    }

    @Test
    void consents_stay_as_long_as_other_records_and_go_in_the_next_deletion(Office office) {
        var insurer = insurer(office, "99700221");
        checkups(office, insurer, "gone", 1);
        office.everything()
                .update(
                        "insert into consent.event (insurer_id, member_id, act, purpose, day, valid_from, asked, proxy,"
                                + " wording, note, staff_id, staff_name, form_key, at) values (?, ?, 'GIVE', 'RESEARCH',"
                                + " ?::date, ?::date, 'PAPER', '', '', '', 1, 'test', gen_random_uuid(), ?::date)",
                        insurer.id().value(),
                        member(office, insurer, "gone"),
                        TODAY.minusYears(9).toString(),
                        TODAY.minusYears(9).toString(),
                        TODAY.minusYears(9).toString());

        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(consents(office, insurer)).isOne();
        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(consents(office, insurer)).isZero();
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

    private static int consents(Office office, Insurer insurer) {
        return office.everything()
                .queryForObject(
                        "select count(*) from consent.event where insurer_id = ?",
                        Integer.class,
                        insurer.id().value());
    }

    @Test
    void what_a_restored_backup_brings_back_is_deleted_again(Office office) {
        var insurer = insurer(office, "99700239");
        checkups(office, insurer, "gone", 2);
        office.everything().execute("drop table if exists public.kept_for_test");
        office.everything()
                .update("create table public.kept_for_test as select * from checkups.checkup where insurer_id = "
                        + insurer.id().value());
        begin(office, insurer);
        office.waitForJobs(insurer);
        assertThat(left(office, insurer, "gone")).isZero();

        office.everything().update("insert into checkups.checkup overriding system value select * from kept_for_test");
        office.everything().execute("drop table public.kept_for_test");
        checkups(office, insurer, "insured", 1);
        assertThat(left(office, insurer, "gone")).isEqualTo(2);

        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isEqualTo(2);
        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isZero();
        assertThat(left(office, insurer, "gone")).isZero();
        assertThat(left(office, insurer, "insured")).isOne();
    }

    @Test
    void an_original_that_a_backup_brings_back_goes_again(Office office) throws IOException {
        var insurer = insurer(office, "99700700");
        var hash = delivery(office, insurer, "back", "gone");
        var jdbc = office.everything();
        jdbc.execute("drop table if exists public.kept_for_test");
        jdbc.update("create table public.kept_for_test as select * from checkups.checkup where insurer_id = "
                + insurer.id().value());
        begin(office, insurer);
        office.waitForJobs(insurer);
        jdbc.update("insert into checkups.checkup overriding system value select * from kept_for_test");
        jdbc.execute("drop table public.kept_for_test");
        jdbc.update(
                "update intake.document set kana = 'ミホン タロウ', member_id = ? where insurer_id = ?",
                member(office, insurer, "gone"),
                insurer.id().value());
        assertThat(kept(office, insurer, "back")).isEqualTo(hash);

        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isOne();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), hash)))
                .isFalse();
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Commits as the worker does until it is killed: before a step, or within it.
    private static final class Dying implements Steps {
        private final Office office;
        private final Random random;
        private Job job;

        Dying(Office office, Random random, Job job) {
            this.office = office;
            this.random = random;
            this.job = job;
        }

        @Override
        public void commit(String step, long done, long total, Runnable work) {
            var fate = random.nextInt(3);
            if (fate == 0) {
                throw new Killed();
            }
            office.bean(TenantTransactions.class).run(job.insurer(), () -> {
                work.run();
                if (fate == 1) {
                    throw new Killed();
                }
            });
            job = new Job(job.id(), job.insurer(), job.kind(), job.subject(), job.state(), step, done, total);
        }
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"99700247, 1", "99700254, 2", "99700262, 3"})
    void a_killed_deletion_ends_as_an_undisturbed_one(String number, long seed, Office office) {
        var insurer = insurer(office, number);
        checkups(office, insurer, "gone", 450);
        checkups(office, insurer, "insured", 3);
        var run = office.everything()
                .queryForObject(
                        "insert into retention.run (insurer_id, day, extra_years, keeps_insured, backup_days, state,"
                                + " staff_id, staff_name, at) values (?, ?::date, 0, true, 35, 'PLANNED', 1, 'test',"
                                + " now()) returning id",
                        Long.class,
                        insurer.id().value(),
                        TODAY.toString());
        var steps = new Dying(
                office,
                new Random(seed),
                new Job(0, insurer.id(), DeletionJob.KIND, Long.toString(run), "RUNNING", "", 0, 0));
        var kills = 0;
        var isDone = false;
        while (!isDone) {
            try {
                office.bean(DeletionJob.class).work(steps.job, steps);
                isDone = true;
            } catch (Killed again) {
                kills++;
            }
        }

        assertThat(kills).isPositive();
        assertThat(left(office, insurer, "gone")).isZero();
        assertThat(left(office, insurer, "insured")).isEqualTo(3);
        assertThat(certificate(office, insurer, run).counts())
                .extracting(Run.Count::state, Run.Count::records)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DELETED", 450));
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

    private static void said(Office office, Insurer insurer, String key, String act, int yearsAgo) {
        var day = TODAY.minusYears(yearsAgo).toString();
        office.everything()
                .update(
                        "insert into consent.event (insurer_id, member_id, act, purpose, day, valid_from, asked, proxy,"
                                + " wording, note, staff_id, staff_name, form_key, at) values (?, ?, ?, 'RESEARCH',"
                                + " ?::date, ?::date, 'PAPER', '', '', '', 1, 'test', gen_random_uuid(), ?::date)",
                        insurer.id().value(),
                        member(office, insurer, key),
                        act,
                        day,
                        day,
                        day);
    }

    private static int said(Office office, Insurer insurer, String key) {
        return office.everything()
                .queryForObject(
                        "select count(*) from consent.event where member_id = ?",
                        Integer.class,
                        member(office, insurer, key));
    }

    /// So the fold says the same as before of whoever anything is kept of.
    @ParameterizedTest(name = "{0}, seed {1}")
    @CsvSource({"99700643, 1", "99700650, 2", "99700668, 3"})
    void what_a_member_has_said_goes_as_a_whole_or_stays_as_a_whole(String number, long seed, Office office) {
        var insurer = insurer(office, number);
        var random = new Random(seed);
        var acts = List.of("GIVE", "NARROW", "WITHDRAW", "EXPIRE");
        var before = new java.util.HashMap<String, Integer>();
        for (var key : List.of("gone", "lately", "insured")) {
            var youngest = key.equals("gone") && seed == 1 ? 7 : 1 + random.nextInt(9);
            for (var n = 0; n < 4; n++) {
                said(office, insurer, key, acts.get(random.nextInt(acts.size())), youngest + random.nextInt(3));
            }
            said(office, insurer, key, "WITHDRAW", youngest);
            before.put(key, said(office, insurer, key));
        }
        var goes = office.everything()
                .queryForObject(
                        "select max(at) < current_date - interval '5 years' from consent.event where member_id = ?",
                        Boolean.class,
                        member(office, insurer, "gone"));

        begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(said(office, insurer, "insured")).isEqualTo(before.get("insured"));
        assertThat(said(office, insurer, "lately")).isEqualTo(before.get("lately"));
        assertThat(said(office, insurer, "gone")).isEqualTo(goes ? 0 : before.get("gone"));
    }

    @Test
    void nothing_that_was_said_goes_while_a_decision_rests_on_any_of_it(Office office) {
        var insurer = insurer(office, "99700676");
        said(office, insurer, "gone", "GIVE", 9);
        said(office, insurer, "gone", "WITHDRAW", 8);
        office.everything()
                .update(
                        "insert into consent.disclosure (insurer_id, member_id, requester, requester_name, holder,"
                                + " holder_name, data_class, purpose, requested, age, reference, why, allowed, ground,"
                                + " consent_id, certainty, staff_id, staff_name, at) select insurer_id, member_id, '',"
                                + " '', '', '', '', '', current_date, 50, 'test', 'WITHDRAWN', false, '', max(id),"
                                + " 'SOURCE', 1, 'test', now() from consent.event where insurer_id = ? group by 1, 2",
                        insurer.id().value());
        begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(said(office, insurer, "gone")).isEqualTo(2);
    }

    @Test
    void what_a_deletion_under_way_has_listed_is_left_to_it_and_stands_in_its_certificate(Office office) {
        var insurer = insurer(office, "99700684");
        checkups(office, insurer, "gone", 1);
        var run = office.everything()
                .queryForObject(
                        "insert into retention.run (insurer_id, day, extra_years, keeps_insured, backup_days, state,"
                                + " staff_id, staff_name, at) values (?, ?::date, 0, true, 35, 'PLANNED', 1, 'test',"
                                + " now()) returning id",
                        Long.class,
                        insurer.id().value(),
                        TODAY.toString());
        var isKilled = new boolean[1];
        var job = new Job(0, insurer.id(), DeletionJob.KIND, Long.toString(run), "RUNNING", "", 0, 0);
        Steps killed = (step, done, total, work) -> office.bean(TenantTransactions.class)
                .run(insurer.id(), () -> {
                    work.run();
                    if (step.equals("DELETING") && !isKilled[0]) {
                        isKilled[0] = true;
                        throw new Killed();
                    }
                });
        assertThatThrownBy(() -> office.bean(DeletionJob.class).work(job, killed))
                .isInstanceOf(Killed.class);

        assertThat(office.bean(DeletedAgain.class).delete(insurer.id())).isZero();
        var planned = new Job(0, insurer.id(), DeletionJob.KIND, Long.toString(run), "RUNNING", "PLANNED", 0, 0);
        office.bean(DeletionJob.class).work(planned, killed);

        assertThat(left(office, insurer, "gone")).isZero();
        assertThat(certificate(office, insurer, run).counts())
                .extracting(Run.Count::state, Run.Count::records)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("DELETED", 1));
    }

    @Test
    void copies_go_with_the_results_and_files_once_nobody_in_them_is_kept(Office office) throws IOException {
        var insurer = insurer(office, "99700692");
        checkups(office, insurer, "gone", 1);
        checkups(office, insurer, "insured", 1);
        var alone = uploaded(office, insurer, "alone", "gone");
        var shared = uploaded(office, insurer, "shared", "gone", "insured");
        var archive = handedOver(office, insurer, "archive", "gone");
        var run = begin(office, insurer);
        office.waitForJobs(insurer);

        assertThat(certificate(office, insurer, run).files())
                .containsExactlyInAnyOrder(
                        new Run.File(alone, true), new Run.File(shared, false), new Run.File(archive, true));
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), alone)))
                .isFalse();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), shared)))
                .isTrue();
        assertThat(Files.exists(office.bean(Originals.class).path(insurer.id(), archive)))
                .isFalse();
        assertThat(office.everything()
                        .queryForList(
                                "select member_id from exchange.delivered where insurer_id = ?",
                                Long.class,
                                insurer.id().value()))
                .containsExactly(member(office, insurer, "insured"));
        assertThat(office.everything()
                        .queryForList(
                                "select line from exchange.correction where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .containsExactly(3);
    }

    private static String kept(Office office, Insurer insurer, String content) throws IOException {
        return office.bean(Originals.class)
                .keep(
                        insurer.id(),
                        new ByteArrayInputStream((insurer.number() + content).getBytes(StandardCharsets.UTF_8)),
                        content,
                        "upload",
                        "test")
                .hash();
    }

    /// A file of an employer with a line, put right, of each of these people.
    private static String uploaded(Office office, Insurer insurer, String content, String... keys) throws IOException {
        var hash = kept(office, insurer, content);
        var jdbc = office.everything();
        var upload = jdbc.queryForObject(
                "with e as (insert into exchange.employer (insurer_id, code) values (?, ?) returning id, insurer_id),"
                        + " r as (insert into exchange.request (insurer_id, scheme, employer_id, other_number, other_name,"
                        + " postal_code, address, fiscal_year, asked, deadline, state, note) select insurer_id,"
                        + " 'EMPLOYER_40', id, '', '', '', '', 2017, current_date, current_date, 'DRAFT', '' from e"
                        + " returning id, insurer_id, employer_id) insert into exchange.upload (insurer_id, employer_id,"
                        + " request_id, original, name, received_at, received_by) select insurer_id, employer_id, id, ?,"
                        + " 'x.csv', now(), 'test' from r returning id",
                Long.class,
                insurer.id().value(),
                content,
                hash);
        for (var line = 0; line < keys.length; line++) {
            jdbc.update(
                    "insert into exchange.delivered values (?, ?, ?, ?, ?::date, '{}'::jsonb, 1, now())",
                    insurer.id().value(),
                    upload,
                    "row " + (line + 2),
                    member(office, insurer, keys[line]),
                    TODAY.minusYears(9).toString());
            jdbc.update(
                    "insert into exchange.correction (insurer_id, upload_id, kind, line, col, was, now, staff_name, at)"
                            + " values (?, ?, 'TYPED', ?, 1, 'x', 'y', 'test', now())",
                    insurer.id().value(),
                    upload,
                    line + 2);
        }
        return hash;
    }

    private static String handedOver(Office office, Insurer insurer, String content, String key) throws IOException {
        var hash = kept(office, insurer, content);
        office.everything()
                .update(
                        "with h as (insert into exchange.handover (insurer_id, kind, receiver, receiver_name, requested,"
                                + " day, number, state, original, staff_name, at) values (?, 'INSURER', '06990014', 'x',"
                                + " current_date, current_date, 0, 'SENT', ?, 'test', now()) returning id) insert into"
                                + " exchange.handover_item (insurer_id, handover_id, member_id, document_id, delivery_id,"
                                + " entry, state, written, why) select c.insurer_id, h.id, c.member_id, c.document_id, 1,"
                                + " 'x', 'WRITTEN', 'a/DATA/x.xml', '' from checkups.checkup c, h where c.member_id = ?",
                        insurer.id().value(),
                        hash,
                        member(office, insurer, key));
        return hash;
    }
}
