package org.tsunagu.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.checkups.Standings;
import org.tsunagu.app.consent.Consent.About;
import org.tsunagu.app.consent.Consent.Asked;
import org.tsunagu.app.consent.Consent.Decision;
import org.tsunagu.app.consent.Consents;
import org.tsunagu.app.intake.MatchQueue.Outcome;
import org.tsunagu.app.membership.MemberId;
import org.tsunagu.app.worklists.TaskKind;
import org.tsunagu.app.worklists.Tasks;
import org.tsunagu.codes.time.Dates;

/// Results of a former insurer: offered to a person, taken on a legal ground, shown and never counted.
@ExtendWith(Office.Extension.class)
class HandoverTest {

    private static final String FORMER = "99400228";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Tokyo"));

    @TempDir
    Path folder;

    /// Members whose results come in a file of another insurer; the numbers on their old cards are other people's here.
    private Insurer insurer(Office office, String number) throws IOException {
        var insurer = office.insurer(number);
        Office.files(folder, number, 900, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        var file = folder.resolve("moved.csv");
        Files.write(file, moved());
        office.receive(insurer, file);
        office.waitForJobs(insurer);
        return insurer;
    }

    private List<String> moved() throws IOException {
        try (var all = Files.list(folder.resolve("employers"))) {
            for (var file : all.sorted().toList()) {
                var lines = Files.readAllLines(file, Charset.forName("windows-31j"));
                if (lines.getFirst().startsWith("id,")) {
                    var headings = List.of(lines.getFirst().split(",", -1));
                    var moved = new ArrayList<String>(List.of(lines.getFirst()));
                    for (var isYoung : new boolean[] {false, false, true}) {
                        lines.stream()
                                .skip(1)
                                .filter(line -> isYoung(line, headings) == isYoung)
                                .map(line -> named(line, headings))
                                .filter(line -> !moved.contains(line))
                                .findFirst()
                                .ifPresent(moved::add);
                    }
                    if (moved.size() < 4) {
                        continue;
                    }
                    return moved;
                }
            }
        }
        throw new IllegalStateException("no employer with two people of 40 to 74 and a younger one");
    }

    private static boolean isYoung(String line, List<String> headings) {
        var birth = LocalDate.parse(line.split(",", -1)[headings.indexOf("birth_date")]);
        return Dates.age(birth, TODAY) < 40;
    }

    /// The row as the former insurer would have it: with its own number.
    private static String named(String line, List<String> headings) {
        var cells = line.split(",", -1);
        cells[headings.indexOf("insurer_number")] = FORMER;
        return String.join(",", cells);
    }

    private static List<Document> waiting(Office office, Insurer insurer) {
        return office.as(
                insurer, Role.CLERK, () -> office.bean(MatchQueue.class).waiting(0, 10));
    }

    private static long likeliest(Office office, Insurer insurer, Document document) {
        return office.as(
                        insurer, Role.CLERK, () -> office.bean(MatchQueue.class).candidates(document.id()))
                .getFirst()
                .memberId();
    }

    private static Outcome decide(Office office, Insurer insurer, Document document, long member, String ground) {
        return office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(MatchQueue.class)
                        .decide(document.id(), new MatchQueue.Decision(document.version(), member, ground, "試験")));
    }

    private static void say(Office office, Insurer insurer, long member, Decision decision) {
        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Consents.class)
                        .record(new Consents.NewConsent(
                                new MemberId(member),
                                About.HANDOVER,
                                decision,
                                TODAY,
                                Asked.PHONE,
                                "",
                                "",
                                "",
                                UUID.randomUUID())));
    }

    @Test
    void a_document_of_another_insurer_is_nobodys_until_a_person_says_whose_and_why(Office office) throws IOException {
        var insurer = insurer(office, "99400236");

        var waiting = waiting(office, insurer);

        assertThat(waiting).hasSize(3).allSatisfy(document -> {
            assertThat(document.match()).isEqualTo("EARLIER");
            assertThat(document.otherInsurer()).isEqualTo(FORMER);
            assertThat(document.memberId()).isZero();
        });
        assertThat(office.as(insurer, Role.CLERK, () -> office.bean(Tasks.class).byKind()))
                .containsEntry(TaskKind.MATCH, 3);
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from checkups.checkup where insurer_id = ?",
                                Integer.class,
                                insurer.id().value()))
                .isZero();
    }

    @Test
    void it_is_taken_on_a_legal_ground_shown_with_its_origin_and_not_counted(Office office) throws IOException {
        var insurer = insurer(office, "99400244");
        var document = waiting(office, insurer).getFirst();
        var member = likeliest(office, insurer, document);

        assertThat(decide(office, insurer, document, member, "")).isEqualTo(Outcome.GROUND);
        assertThat(decide(office, insurer, document, member, "L15")).isEqualTo(Outcome.GROUND);
        // For people of 75 and over only.
        assertThat(decide(office, insurer, document, member, "L09")).isEqualTo(Outcome.GROUND);
        assertThat(decide(office, insurer, document, member, "HANDOVER-CONSENT"))
                .isEqualTo(Outcome.CONSENT);
        assertThat(decide(office, insurer, document, member, "L13")).isEqualTo(Outcome.DECIDED);
        assertThat(decide(office, insurer, document, member, "L13")).isEqualTo(Outcome.CHANGED);

        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(MatchQueue.class).decisions(document.id())))
                .singleElement()
                .satisfies(decided -> assertThat(decided.ground()).isEqualTo("L13"));
        office.as(insurer, Role.NURSE, () -> {
            assertThat(office.bean(Standings.class).of(member)).singleElement().satisfies(result -> {
                assertThat(result.fromInsurer()).isEqualTo(FORMER);
                assertThat(result.held()).isEqualTo("FORMER");
            });
            assertThat(office.bean(Checkups.class).of(member)).isEmpty();
            assertThat(office.bean(Checkups.class).handedOver(member)).hasSize(1);
            assertThat(office.bean(Checkups.class).byYear()).isEmpty();
            return 0;
        });
        var visitor = new Visitor(office);
        visitor.logIn("99400244-nurse", Office.PASSWORD);
        assertThat(visitor.get("/members/" + member).body())
                .contains("以前の保険者（99400228）の健診です")
                .contains("99400228 から")
                .contains("以前の保険者からの引継ぎ");
    }

    @Test
    void whoever_has_objected_is_left_alone(Office office) throws IOException {
        var insurer = insurer(office, "99400251");
        var document = waiting(office, insurer).getFirst();
        var member = likeliest(office, insurer, document);
        say(office, insurer, member, Decision.REFUSED);

        assertThat(decide(office, insurer, document, member, "L13")).isEqualTo(Outcome.CONSENT);
        var visitor = new Visitor(office);
        visitor.logIn("99400251-clerk", Office.PASSWORD);
        var page = visitor.get("/intake/matches/" + document.id());
        assertThat(page.body()).contains("ほかの保険者（99400228）").contains("第27条第1項");
        assertThat(visitor.post(
                                "/intake/matches/" + document.id(),
                                "version",
                                Integer.toString(document.version()),
                                "member",
                                Long.toString(member),
                                "ground",
                                "L13")
                        .body())
                .contains("引継ぎを断っている");
        assertThat(waiting(office, insurer)).hasSize(3);
    }

    @Test
    void nobodys_needs_no_ground(Office office) throws IOException {
        var insurer = insurer(office, "99400269");
        var document = waiting(office, insurer).getFirst();

        assertThat(decide(office, insurer, document, 0, "")).isEqualTo(Outcome.DECIDED);
        assertThat(waiting(office, insurer)).hasSize(2);
    }

    @Test
    void the_law_names_an_age_and_outside_of_it_consent_is_needed(Office office) throws IOException {
        var insurer = insurer(office, "99400301");
        var document = waiting(office, insurer).getLast();
        var member = likeliest(office, insurer, document);

        assertThat(decide(office, insurer, document, member, "L13")).isEqualTo(Outcome.GROUND);
        assertThat(decide(office, insurer, document, member, "HANDOVER-CONSENT"))
                .isEqualTo(Outcome.CONSENT);
        say(office, insurer, member, Decision.GIVEN);
        assertThat(decide(office, insurer, document, member, "HANDOVER-CONSENT"))
                .isEqualTo(Outcome.DECIDED);
    }
}
