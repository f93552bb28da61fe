package org.tsunagu.app.checkups;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.intake.Deliveries;
import org.tsunagu.app.intake.Origin;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.worklists.Tasks;

/// Results of treatment count as a checkup with the member's consent and all basic items, and not otherwise.
@ExtendWith(Office.Extension.class)
class ClinicalTest {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    private static final String HDL = "3F070";

    @TempDir
    Path folder;

    /// An insurer whose only results are those of treatment.
    private Insurer insurer(Office office, String number) throws IOException {
        var insurer = office.insurer(number);
        Office.files(folder, number, 300, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        for (var file : files("archives")) {
            receive(office, insurer, file);
        }
        office.waitForJobs(insurer);
        return insurer;
    }

    private List<Path> files(String kind) throws IOException {
        try (var all = Files.list(folder.resolve(kind))) {
            return all.filter(file -> file.toString().matches(".*\\.(zip|csv)"))
                    .sorted()
                    .toList();
        }
    }

    private static void receive(Office office, Insurer insurer, Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            office.bean(Deliveries.class)
                    .receive(insurer.id(), in, String.valueOf(file.getFileName()), "upload", "test", Origin.CLINICAL);
        }
    }

    private static void say(Office office, Insurer insurer, long member, Decision decision, LocalDate day) {
        office.as(
                insurer,
                Role.NURSE,
                () -> office.bean(Consents.class)
                        .record(new Consents.NewConsent(
                                new MemberId(member),
                                About.CLINICAL,
                                decision,
                                day,
                                Asked.PAPER,
                                "",
                                "説明文 第1版",
                                "",
                                UUID.randomUUID())));
    }

    private static List<Standing> standings(Office office, Insurer insurer, long member) {
        return office.as(insurer, Role.NURSE, () -> office.bean(Standings.class).of(member));
    }

    private static List<Checkup> counted(Office office, Insurer insurer, long member) {
        return office.as(insurer, Role.NURSE, () -> office.bean(Checkups.class).of(member));
    }

    /// Somebody whose result has, or lacks, basic items, and asks for a task.
    private static long somebody(Office office, Insurer insurer, boolean isComplete) {
        return office.everything()
                .queryForObject(
                        "select min(c.member_id) from checkups.checkup c join checkups.decision d on d.checkup_id = c.id"
                                + " and d.question = 'COMPLETE' join checkups.decision s on s.checkup_id = c.id"
                                + " and s.question = 'STRATIFICATION' join membership.coverage v on v.member_id = c.member_id"
                                + " where c.insurer_id = ? and d.value = ? and s.value in ('1', '2') and v.to_day is null",
                        Long.class,
                        insurer.id().value(),
                        Boolean.toString(isComplete));
    }

    @Test
    void without_consent_results_are_kept_and_used_nowhere(Office office) throws IOException {
        var insurer = insurer(office, "99400079");
        var member = somebody(office, insurer, true);

        assertThat(standings(office, insurer, member)).singleElement().satisfies(result -> {
            assertThat(result.held()).isEqualTo("CONSENT");
            assertThat(result.origin()).isEqualTo(Origin.CLINICAL);
            assertThat(result.missing()).isEmpty();
            assertThat(result.counts()).isFalse();
        });
        assertThat(counted(office, insurer, member)).isEmpty();
        office.as(insurer, Role.NURSE, () -> {
            assertThat(office.bean(Checkups.class).byYear()).isEmpty();
            assertThat(office.bean(Tasks.class).byKind().keySet()).noneMatch(CheckupTasks.KINDS::contains);
            assertThat(office.bean(VisitAdvices.class)
                            .count(VisitAdvices.Query.of(java.util.Map.of()))
                            .people())
                    .isZero();
            return 0;
        });
        var held = standings(office, insurer, member).getFirst().id();
        var visitor = new Visitor(office);
        visitor.logIn("99400079-nurse", Office.PASSWORD);
        assertThat(visitor.get("/checkups/%d/notice.pdf".formatted(held)).status())
                .isEqualTo(404);
        assertThat(visitor.get("/members/" + member).body())
                .contains("本人の同意がまだ記録されていません")
                .contains("健診の結果はまだありません");
        assertThat(visitor.get("/checkups/held").body()).contains("/members/" + member);
    }

    @Test
    void with_consent_written_down_on_the_persons_page_the_result_counts_and_asks_for_work(Office office)
            throws IOException {
        var insurer = insurer(office, "99400087");
        var member = somebody(office, insurer, true);
        var visitor = new Visitor(office);
        visitor.logIn("99400087-nurse", Office.PASSWORD);
        visitor.get("/consents/" + member);

        var wrong = visitor.post(
                "/consents/" + member,
                "about",
                "CLINICAL",
                "decision",
                "GIVEN",
                "asked",
                "PAPER",
                "day",
                "2999-01-01",
                "note",
                "<b>書面</b>",
                "formKey",
                UUID.randomUUID().toString());
        var saved = visitor.post(
                "/consents/" + member,
                "about",
                "CLINICAL",
                "decision",
                "GIVEN",
                "asked",
                "PAPER",
                "day",
                TODAY.toString(),
                "note",
                "<b>書面</b>",
                "formKey",
                UUID.randomUUID().toString());

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(saved.path()).isEqualTo("/members/%d?notice=consent.saved".formatted(member));
        assertThat(saved.body())
                .contains("特定健診として数えています")
                .contains("&lt;b&gt;書面&lt;/b&gt;")
                .contains("試験 NURSE");
        assertThat(counted(office, insurer, member)).hasSize(1);
        office.as(insurer, Role.NURSE, () -> {
            assertThat(office.bean(Checkups.class).byYear().values()).containsExactly(1);
            assertThat(office.bean(Tasks.class).of(member))
                    .anyMatch(task -> task.state().equals("OPEN"));
            return 0;
        });
        assertThat(office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(member, java.util.Optional.empty(), Long.MAX_VALUE, 50)))
                .anyMatch(entry -> entry.dataClass().equals("consent")
                        && entry.kind().equals("CHANGE")
                        && entry.detail().startsWith("CLINICAL, GIVEN"));
    }

    @Test
    void consent_taken_back_is_respected_and_the_result_stays_in_the_store(Office office) throws IOException {
        var insurer = insurer(office, "99400095");
        var member = somebody(office, insurer, true);
        say(office, insurer, member, Decision.GIVEN, TODAY.minusDays(3));
        assertThat(counted(office, insurer, member)).hasSize(1);

        say(office, insurer, member, Decision.WITHDRAWN, TODAY.minusDays(1));

        assertThat(counted(office, insurer, member)).isEmpty();
        assertThat(standings(office, insurer, member))
                .singleElement()
                .satisfies(result -> assertThat(result.held()).isEqualTo("REFUSED"));
        office.as(insurer, Role.NURSE, () -> {
            assertThat(office.bean(Checkups.class).byYear()).isEmpty();
            assertThat(office.bean(Tasks.class).of(member))
                    .noneMatch(task -> task.state().equals("OPEN"));
            return 0;
        });
        // What was said on an earlier day and written down later changes nothing.
        say(office, insurer, member, Decision.GIVEN, TODAY.minusDays(2));
        assertThat(counted(office, insurer, member)).isEmpty();
        say(office, insurer, member, Decision.GIVEN, TODAY);
        assertThat(counted(office, insurer, member)).hasSize(1);
    }

    @Test
    void with_consent_but_without_all_basic_items_it_is_said_which_are_missing(Office office) throws IOException {
        var insurer = office.insurer("99400103");
        Office.files(folder, "99400103", 900, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        for (var file : files("employers")) {
            var lines = Files.readAllLines(file, Charset.forName("windows-31j"));
            if (lines.getFirst().startsWith("id,")) {
                var headings = lines.getFirst().split(",", -1);
                var hdl = IntStream.range(0, headings.length)
                        .filter(column -> headings[column].startsWith(HDL))
                        .findFirst()
                        .orElseThrow();
                var without = lines.stream()
                        .map(line -> line.split(",", -1))
                        .peek(cells -> cells[hdl] = cells[hdl].equals(headings[hdl]) ? headings[hdl] : "")
                        .map(cells -> String.join(",", cells))
                        .toList();
                receive(office, insurer, Files.write(folder.resolve("clinical.csv"), without));
                office.waitForJobs(insurer);
                break;
            }
        }
        var member = office.everything()
                .queryForObject(
                        "select min(member_id) from checkups.checkup where insurer_id = ?",
                        Long.class,
                        insurer.id().value());

        say(office, insurer, member, Decision.GIVEN, TODAY);

        assertThat(standings(office, insurer, member)).allSatisfy(result -> {
            assertThat(result.held()).isEqualTo("ITEMS");
            assertThat(result.missing()).contains("HDL");
        });
        assertThat(counted(office, insurer, member)).isEmpty();
        var visitor = new Visitor(office);
        visitor.logIn("99400103-clerk", Office.PASSWORD);
        assertThat(visitor.get("/members/" + member).body()).contains("足りない基本項目：");
    }

    @Test
    void the_kind_of_a_result_is_corrected_and_what_it_had_replaced_counts_again(Office office) throws IOException {
        var insurer = insurer(office, "99400111");
        var member = somebody(office, insurer, true);
        var result = standings(office, insurer, member).getFirst().id();

        office.as(insurer, Role.CLERK, () -> office.bean(Standings.class).say(result, Origin.DOCK));
        var asDock = standings(office, insurer, member);
        office.as(insurer, Role.CLERK, () -> office.bean(Standings.class).say(result, Origin.CLINICAL));

        assertThat(asDock)
                .singleElement()
                .satisfies(one -> assertThat(one.counts()).isTrue());
        assertThat(counted(office, insurer, member)).isEmpty();
    }

    @Test
    void another_insurer_neither_sees_consents_nor_changes_kinds(Office office) throws IOException {
        var insurer = insurer(office, "99400129");
        var other = office.insurer("99400137");
        var member = somebody(office, insurer, true);
        say(office, insurer, member, Decision.GIVEN, TODAY);
        var result = standings(office, insurer, member).getFirst().id();

        assertThat(office.as(
                        other, Role.NURSE, () -> office.bean(Consents.class).of(new MemberId(member))))
                .isEmpty();
        assertThat(standings(office, other, member)).isEmpty();
        assertThat(office.as(
                        other, Role.CLERK, () -> office.bean(Standings.class).say(result, Origin.DOCK)))
                .isZero();
        var visitor = new Visitor(office);
        visitor.logIn("99400137-nurse", Office.PASSWORD);
        assertThat(visitor.get("/consents/" + member).status()).isEqualTo(404);
        var analyst = new Visitor(office);
        analyst.logIn("99400129-analyst", Office.PASSWORD);
        assertThat(analyst.get("/consents/" + member).status()).isEqualTo(403);
    }
}
