package org.tsunagu.app.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.exchange.contract.Clause;
import org.tsunagu.app.exchange.contract.Clauses;
import org.tsunagu.app.exchange.contract.Papers;
import org.tsunagu.app.exchange.gap.ItemDifferences;
import org.tsunagu.codes.time.FiscalYear;

/// What institutions deliver themselves, the papers for it, and what employers' checkups lack.
@ExtendWith(Office.Extension.class)
class ClausesTest {

    @TempDir
    Path folder;

    @Test
    void an_institution_without_a_registered_clause_is_a_finding_and_its_results_are_taken(Office office)
            throws IOException {
        var staff = Staff.of(office, folder, "06990196");
        var facility = "9911000017";
        office.receive(staff.insurer, staff.archive(folder, facility, staff.rows.subList(0, 2)));
        office.waitForJobs(staff.insurer);

        office.as(staff.insurer, Role.CLERK, () -> {
            var clauses = office.bean(Clauses.class);
            assertThat(clauses.unregistered(9)).singleElement().satisfies(one -> {
                assertThat(one.facility()).isEqualTo(facility);
                assertThat(one.employer()).isEqualTo(staff.employer);
                assertThat(one.documents()).isEqualTo(2);
                assertThat(one.isSettled()).isFalse();
            });
            clauses.add(
                    new Clause(0, facility, "架空健診センター", 0, "", LocalDate.parse("2020-04-01"), Optional.empty(), ""));
            assertThat(clauses.unregistered(9))
                    .singleElement()
                    .satisfies(one -> assertThat(one.isSettled()).isTrue());
            return 0;
        });
        assertThat(office.everything()
                        .queryForObject(
                                "select count(*) from checkups.checkup where insurer_id = ?",
                                Integer.class,
                                staff.insurer.id().value()))
                .isEqualTo(2);
    }

    @Test
    void the_contract_names_the_article_and_can_be_changed_in_a_word_processor(Office office) throws IOException {
        var insurer = office.insurer("06990204");
        var odt = new ByteArrayOutputStream();
        var pdf = new ByteArrayOutputStream();
        office.as(insurer, Role.CLERK, () -> {
            office.bean(Papers.class).contract(false, odt);
            office.bean(Papers.class).blank(pdf);
            return 0;
        });
        assertThat(pdf.toString(StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        try (var zip = new ZipInputStream(new java.io.ByteArrayInputStream(odt.toByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("content.xml")) {
                    assertThat(new String(zip.readAllBytes(), StandardCharsets.UTF_8))
                            .contains("第27条第2項", insurer.name());
                }
            }
        }
    }

    @Test
    void what_is_missing_is_counted_by_employer_and_leaves_with_a_purpose(Office office) throws IOException {
        var staff = Staff.of(office, folder, "06990212");
        var file = folder.resolve("results.csv");
        Files.write(file, staff.file(staff.rows));
        office.receive(staff.insurer, file);
        office.waitForJobs(staff.insurer);
        var employer = staff.known();
        var gaps = office.as(
                staff.insurer,
                Role.CLERK,
                () -> office.bean(ItemDifferences.class).of(employer, new FiscalYear(staff.year)));

        assertThat(gaps.count(true).examined()).isPositive();
        assertThat(gaps.count(true).whole())
                .isLessThanOrEqualTo(gaps.count(true).examined());
        var clerk = new Visitor(office);
        clerk.logIn("06990212-clerk", Office.PASSWORD);
        assertThat(clerk.get("/requests/difference?year=" + staff.year).body()).contains("架空商事");
        assertThat(clerk.get("/requests/difference/" + employer.id() + "?year=" + staff.year)
                        .status())
                .isEqualTo(200);
        var export = "/requests/difference/" + employer.id() + "/export";
        assertThat(clerk.post(export, "year", Integer.toString(staff.year)).path())
                .contains("exchange.problem.purpose");
        assertThat(clerk.post(export, "year", Integer.toString(staff.year), "purpose", "MEETING")
                        .body())
                .contains("ask_employer");
        assertThat(clerk.get("/requests/clauses").body()).contains("契約書のひな形");
    }
}
