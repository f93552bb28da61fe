package org.tsunagu.app.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.audit.Audit;
import org.tsunagu.app.checkups.Checkups;
import org.tsunagu.app.intake.MatchQueue.Decision;
import org.tsunagu.codes.person.Sex;
import org.tsunagu.rules.Examinee;
import org.tsunagu.rules.Judging;

/// What people have decided about documents stands, and what the register says of them counts.
@ExtendWith(Office.Extension.class)
class DecisionsTest {

    @TempDir
    Path folder;

    /// An employer's file whose rows have some cells of their own.
    private List<String> employer(Office office, Insurer insurer, Map<String, String> cells) throws IOException {
        Office.files(folder, insurer.number(), 900, 1, 0);
        office.register(insurer, Files.readAllBytes(folder.resolve("members.csv")), true);
        try (var all = Files.list(folder.resolve("employers"))) {
            for (var file : all.sorted().toList()) {
                var lines = Files.readAllLines(file, Charset.forName("windows-31j"));
                if (lines.size() > 3 && lines.getFirst().startsWith("id,")) {
                    return lines.stream()
                            .map(line -> with(lines.getFirst(), line, cells))
                            .toList();
                }
            }
        }
        throw new IllegalStateException("no employer with three rows");
    }

    private static String with(String heading, String line, Map<String, String> cells) {
        if (line.equals(heading)) {
            return line;
        }
        var columns = List.of(heading.split(",", -1));
        var row = line.split(",", -1);
        cells.forEach((column, text) -> row[columns.indexOf(column)] = text);
        return String.join(",", row);
    }

    private Deliveries.Stored receive(Office office, Insurer insurer, List<String> lines) throws IOException {
        var file = folder.resolve("employer.csv");
        Files.write(file, lines);
        var id = office.receive(insurer, file).deliveryId();
        office.waitForJobs(insurer);
        var delivery = office.as(
                        insurer, Role.CLERK, () -> office.bean(Deliveries.class).find(id))
                .orElseThrow();
        return office.bean(Deliveries.class).stored(insurer.id(), delivery.original());
    }

    private static List<Document> waiting(Office office, Insurer insurer) {
        return office.as(
                insurer, Role.CLERK, () -> office.bean(MatchQueue.class).waiting(0, 100));
    }

    private static List<String> matches(Office office, Insurer insurer) {
        return office.everything()
                .queryForList(
                        "select match from intake.document where insurer_id = ?",
                        String.class,
                        insurer.id().value());
    }

    @Test
    void what_a_person_decides_while_a_delivery_is_linked_is_not_overwritten(Office office) throws IOException {
        var insurer = office.insurer("99031106");
        var nobody =
                Map.of("number", "", "branch", "", "symbol", "", "name_kana", "ダレデモナイ", "birth_date", "1951-01-01");
        var delivery =
                receive(office, insurer, employer(office, insurer, nobody).subList(0, 2));
        var document = waiting(office, insurer).getFirst();
        var member = office.everything()
                .queryForObject(
                        "select min(id) from membership.member where insurer_id = ?",
                        Long.class,
                        insurer.id().value());

        office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(MatchQueue.class)
                        .decide(document.id(), new Decision(document.version(), member, "", "")));
        office.bean(TenantTransactions.class)
                .run(
                        insurer.id(),
                        () -> office.bean(LinkDelivery.class).link(insurer.id(), delivery, List.of(document)));

        assertThat(document.match()).isEqualTo("NONE");
        assertThat(matches(office, insurer)).containsExactly("DECIDED");
    }

    @Test
    void another_branch_than_in_the_register_needs_the_same_name(Office office) throws IOException {
        var insurer = office.insurer("99031114");
        receive(office, insurer, employer(office, insurer, Map.of("branch", "77")));
        var other = office.insurer("99031122");
        receive(office, other, employer(office, other, Map.of("branch", "77", "name_kana", "ベツノ ヒト")));

        assertThat(matches(office, insurer)).contains("NUMBER");
        assertThat(matches(office, other)).isNotEmpty().doesNotContain("NUMBER");
    }

    @Test
    void results_are_judged_by_the_birth_date_of_the_register(Office office) throws IOException {
        var insurer = office.insurer("99031130");
        var lines = employer(office, insurer, Map.of());
        var young = new ArrayList<String>();
        lines.forEach(
                line -> young.add(with(lines.getFirst(), line, Map.of("birth_date", "2004-01-01", "number", "9"))));
        receive(office, insurer, young);
        for (var document : waiting(office, insurer)) {
            var row = lines.get(Integer.parseInt(document.entry().substring("row ".length())) - 1)
                    .split(",", -1);
            member(office, insurer, List.of(lines.getFirst().split(",", -1)), row)
                    .ifPresent(member -> office.as(
                            insurer,
                            Role.CLERK,
                            () -> office.bean(MatchQueue.class)
                                    .decide(document.id(), new Decision(document.version(), member, "", ""))));
        }

        var judging = Judging.shipped();
        var judged = office.everything()
                .queryForList(
                        "select d.value, c.results::text as results, c.exam_date::text as day, m.birth::text as birth,"
                                + " m.sex from checkups.decision d join checkups.checkup c on c.id = d.checkup_id"
                                + " join membership.member m on m.id = c.member_id"
                                + " where d.insurer_id = ? and d.question = 'STRATIFICATION'",
                        insurer.id().value());
        var byDocument = 0;
        for (var row : judged) {
            var day = LocalDate.parse(String.valueOf(row.get("day")));
            var sex = Sex.of(String.valueOf(row.get("sex"))).orElseThrow();
            var values = Checkups.values(String.valueOf(row.get("results")));
            var birth = LocalDate.parse(String.valueOf(row.get("birth")));
            assertThat(row.get("value"))
                    .isEqualTo(judging.judge(new Examinee(sex, birth, day), values)
                            .level()
                            .value()
                            .code());
            var wrong = new Examinee(sex, LocalDate.parse("2004-01-01"), day);
            byDocument += judging.judge(wrong, values).level().value().code().equals(row.get("value")) ? 1 : 0;
        }
        assertThat(judged).hasSizeGreaterThan(byDocument);
    }

    private static Optional<Long> member(Office office, Insurer insurer, List<String> columns, String[] row) {
        return office
                .everything()
                .queryForList(
                        "select id from membership.member where insurer_id = ? and birth = ?::date and sex = ?"
                                + " and card_number_key = ltrim(?, '0')",
                        Long.class,
                        insurer.id().value(),
                        row[columns.indexOf("birth_date")],
                        row[columns.indexOf("sex")],
                        row[columns.indexOf("number")])
                .stream()
                .findFirst();
    }

    @Test
    void who_looks_at_the_list_of_doubtful_documents_is_in_the_ledger(Office office) throws IOException {
        var insurer = office.insurer("99031148");
        receive(
                office,
                insurer,
                employer(office, insurer, Map.of("number", "9", "name_kana", "ダレデモナイ"))
                        .subList(0, 2));
        var document = waiting(office, insurer).getFirst();
        var clerk = new Visitor(office);
        clerk.logIn("99031148-clerk", Office.PASSWORD);

        assertThat(clerk.get("/intake/matches").body()).contains("ダレデモナイ");

        assertThat(office.as(
                        insurer,
                        Role.AUDITOR,
                        () -> office.bean(Audit.class).latest(0, Optional.empty(), Long.MAX_VALUE, 50)))
                .anyMatch(entry -> entry.kind().equals("LIST") && entry.detail().equals("document " + document.id()));
    }
}
