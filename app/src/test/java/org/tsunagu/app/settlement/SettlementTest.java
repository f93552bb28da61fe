package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.app.settlement.Settling.MONTH;
import static org.tsunagu.app.settlement.Settling.agree;
import static org.tsunagu.app.settlement.Settling.claims;
import static org.tsunagu.app.settlement.Settling.contract;
import static org.tsunagu.app.settlement.Settling.decide;
import static org.tsunagu.app.settlement.Settling.documents;
import static org.tsunagu.app.settlement.Settling.ended;
import static org.tsunagu.app.settlement.Settling.facility;
import static org.tsunagu.app.settlement.Settling.failing;
import static org.tsunagu.app.settlement.Settling.insurer;
import static org.tsunagu.app.settlement.Settling.latest;
import static org.tsunagu.app.settlement.Settling.payments;
import static org.tsunagu.app.settlement.Settling.receive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.audit.ChainCheck;
import org.tsunagu.app.settlement.ClaimArchive.Visit;
import org.tsunagu.app.settlement.FacilityClaim.State;
import org.tsunagu.app.settlement.Ground.Outcome;

/// Claims of facilities from the archive to the list of what is paid.
@ExtendWith(Office.Extension.class)
class SettlementTest {

    @TempDir
    Path folder;

    @Test
    void what_is_in_order_is_paid_once_and_what_is_not_goes_back_with_its_reason(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500019", members -> members);
        var documents = documents(folder);
        var archives = new ClaimArchive(folder, "99500019");
        agree(office, insurer, contract(facility(documents.getFirst()), false));
        var visits = List.of(
                Visit.of(documents.get(0)),
                Visit.of(documents.get(1)),
                Visit.of(documents.get(2)).priced(4900),
                Visit.of(documents.get(3)).tooMuchBy(1));
        var archive = archives.write(0, visits);

        receive(office, insurer, archive);

        var paid = payments(office, insurer);
        assertThat(paid)
                .extracting(Payment::yen)
                .containsExactly(visits.get(0).yen(), visits.get(1).yen());
        assertThat(Totals.of(paid).all().yen())
                .isEqualTo(claims(office, insurer, State.PAY).stream()
                        .mapToLong(claim -> claim.amounts().claimed())
                        .sum());
        var returned = claims(office, insurer, State.RETURN);
        assertThat(returned).hasSize(2).extracting(FacilityClaim::reason).containsOnly("09");
        assertThat(failing(latest(office, insurer, returned.get(1)))).containsExactly(Rule.PRICE);
        assertThat(failing(latest(office, insurer, returned.get(0)))).contains(Rule.ARITHMETIC);

        // The same claims in other bytes are the same claims; the same services claimed anew are paid no second time.
        receive(office, insurer, archives.again(archive, ""));
        assertThat(payments(office, insurer)).isEqualTo(paid);
        assertThat(claims(office, insurer, State.RETURN)).hasSize(2);
        receive(office, insurer, archives.write(1, visits.subList(0, 3)));
        assertThat(payments(office, insurer)).isEqualTo(paid);
        var again = claims(office, insurer, State.RETURN);
        assertThat(again).hasSize(5);
        assertThat(again).filteredOn(claim -> claim.reason().equals("07")).hasSize(2);
        assertThat(again).filteredOn(claim -> claim.earlierId() != 0).hasSize(1);
    }

    @Test
    void who_left_before_the_day_is_not_paid_for_and_an_archive_without_a_result_brings_nothing(Office office)
            throws IOException {
        var insurer = insurer(office, folder, "99500027", members -> {
            var leaver = documents(folder).get(1).header();
            var headings = List.of(members.lines().findFirst().orElseThrow().split(",", -1));
            var person = leaver.patient();
            return members.lines()
                    .map(line -> ended(
                            line,
                            headings,
                            person.number().text(),
                            person.branch().text(),
                            leaver.examDay().orElseThrow().minusDays(1)))
                    .reduce("", (all, line) -> all + line + "\n");
        });
        var documents = documents(folder);
        var archives = new ClaimArchive(folder, "99500027");
        agree(office, insurer, contract(facility(documents.getFirst()), false));
        var archive = archives.write(
                0, List.of(Visit.of(documents.get(0)), Visit.of(documents.get(1)), Visit.of(documents.get(2))));

        receive(office, insurer, archives.again(archive, "h"));
        assertThat(payments(office, insurer)).isEmpty();
        assertThat(claims(office, insurer, State.WITHDRAWN)).hasSize(3);

        receive(office, insurer, archive);
        assertThat(payments(office, insurer)).hasSize(2);
        assertThat(claims(office, insurer, State.WITHDRAWN)).isEmpty();
        var returned = claims(office, insurer, State.RETURN);
        assertThat(returned).singleElement().satisfies(claim -> {
            assertThat(claim.reason()).isEqualTo("06");
            assertThat(failing(latest(office, insurer, claim))).contains(Rule.COVERED);
        });

        // Of somebody else it becomes known after the payment.
        var late = claims(office, insurer, State.PAY).getFirst();
        office.everything()
                .update(
                        "update membership.coverage set to_day = ? where member_id = ?",
                        java.sql.Date.valueOf(late.day().orElseThrow().minusDays(1)),
                        late.memberId());
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Claims.class).uncovered(10)))
                .extracting(FacilityClaim::id)
                .containsExactly(late.id());
    }

    @Test
    void a_claim_without_contract_waits_for_one_and_staff_may_decide_otherwise(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500035", members -> members);
        var documents = documents(folder);
        var archives = new ClaimArchive(folder, "99500035");
        var visit = Visit.of(documents.get(0));
        receive(
                office,
                insurer,
                archives.write(0, List.of(visit, Visit.of(documents.get(1)).priced(5000))));
        var returned = claims(office, insurer, State.RETURN);
        assertThat(returned).hasSize(2);

        agree(office, insurer, contract(facility(documents.getFirst()), false));
        office.as(insurer, Role.CLERK, () -> office.bean(Decisions.class).again());
        office.waitForJobs(insurer);

        assertThat(payments(office, insurer)).extracting(Payment::yen).containsExactly(visit.yen());
        var dear = claims(office, insurer, State.RETURN).getFirst();
        assertThat(decide(office, insurer, dear.id(), Outcome.PAY, "")).isEqualTo(Decisions.Result.DONE);
        assertThat(payments(office, insurer)).hasSize(2);
        assertThat(latest(office, insurer, dear).note()).isEqualTo("電話で確認");
        assertThat(decide(office, insurer, dear.id(), Outcome.RETURN, "08")).isEqualTo(Decisions.Result.DONE);
        assertThat(payments(office, insurer))
                .extracting(Payment::kind)
                .containsExactly(Payment.Kind.PAYMENT, Payment.Kind.PAYMENT, Payment.Kind.TAKE_BACK);
        assertThat(Totals.of(payments(office, insurer)).all().yen()).isEqualTo(visit.yen());
        assertThat(office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(Decisions.class).byStaff(dear.id(), 1, Outcome.PAY, "", "古い画面")))
                .isEqualTo(Decisions.Result.CHANGED);
    }

    @Test
    void a_closed_month_is_frozen_and_a_later_take_back_is_a_line_of_the_next(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500043", members -> members);
        var documents = documents(folder);
        agree(office, insurer, contract(facility(documents.getFirst()), false));
        var visit = Visit.of(documents.get(0));
        receive(office, insurer, new ClaimArchive(folder, "99500043").write(0, List.of(visit)));
        var payments = office.bean(Payments.class);

        assertThat(office.as(insurer, Role.CLERK, () -> payments.close(MONTH, 1, visit.yen() + 1)))
                .isFalse();
        assertThat(office.as(insurer, Role.CLERK, () -> payments.close(MONTH, 1, visit.yen())))
                .isTrue();
        assertThat(office.as(insurer, Role.CLERK, () -> payments.close(MONTH, 1, visit.yen())))
                .isFalse();
        assertThat(office.as(insurer, Role.CLERK, () -> payments.close(MONTH.plusMonths(1), 0, 0)))
                .isFalse();
        var claim = claims(office, insurer, State.PAY).getFirst();
        decide(office, insurer, claim.id(), Outcome.RETURN, "01");

        assertThat(payments(office, insurer)).extracting(Payment::yen).containsExactly(visit.yen());
        assertThat(office.as(insurer, Role.CLERK, () -> payments.in(MONTH.plusMonths(1))))
                .extracting(Payment::yen)
                .containsExactly(-visit.yen());
        assertThatThrownBy(() -> office.as(
                        insurer,
                        Role.CLERK,
                        () -> office.bean(org.tsunagu.app.access.TenantTransactions.class)
                                .inCurrent(() -> office.bean(org.springframework.jdbc.core.simple.JdbcClient.class)
                                        .sql(
                                                "insert into settlement.payment (insurer_id, claim_id, member_id, month, kind, facility,"
                                                        + " service, stage, ticket, fiscal_year, yen, staff_name, at) select insurer_id,"
                                                        + " claim_id, member_id, month, 'PAYMENT', facility, service, 'X', '', 1999, 1, 'x',"
                                                        + " now() from settlement.payment where kind = 'PAYMENT'")
                                        .update())))
                .isInstanceOf(DataAccessException.class);

        // What was settled goes back as such, in the archive of the national format, and is read as a return.
        var returns = office.bean(Returns.class);
        assertThat(office.as(insurer, Role.CLERK, () -> returns.make(Service.CHECKUP, "4", "91399027")))
                .isEmpty();
        var made = office.as(insurer, Role.CLERK, () -> returns.make(Service.CHECKUP, "5", "91399027"))
                .orElseThrow();
        var first = new ByteArrayOutputStream();
        var second = new ByteArrayOutputStream();
        office.as(insurer, Role.CLERK, () -> {
            returns.write(made, "REPORT", first);
            returns.write(made, "REPORT", second);
            return 0;
        });
        assertThat(first.toByteArray()).isEqualTo(second.toByteArray());
        var zip = folder.resolve("returned.zip");
        Files.write(zip, first.toByteArray());
        try (var archive = new java.util.zip.ZipFile(zip.toFile())) {
            var entry = archive.stream()
                    .filter(one -> one.getName().contains("/CLAIMS/"))
                    .findFirst()
                    .orElseThrow();
            var xml = new String(archive.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
            assertThat(xml).contains("insurerAdjudicationResult").contains("code=\"01\"");
        }
        assertThat(decide(office, insurer, claim.id(), Outcome.PAY, "")).isEqualTo(Decisions.Result.SENT);
        assertThat(office.as(insurer, Role.CLERK, () -> returns.waiting(Service.CHECKUP, "5")))
                .isEmpty();
        assertThat(office.bean(ChainCheck.class).of(insurer.id()).isWhole()).isTrue();
    }
}
