package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tsunagu.app.settlement.Settling.agree;
import static org.tsunagu.app.settlement.Settling.claims;
import static org.tsunagu.app.settlement.Settling.contract;
import static org.tsunagu.app.settlement.Settling.documents;
import static org.tsunagu.app.settlement.Settling.facility;
import static org.tsunagu.app.settlement.Settling.failing;
import static org.tsunagu.app.settlement.Settling.insurer;
import static org.tsunagu.app.settlement.Settling.latest;
import static org.tsunagu.app.settlement.Settling.payments;
import static org.tsunagu.app.settlement.Settling.receive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.jobs.Job;
import org.tsunagu.app.jobs.Steps;
import org.tsunagu.app.settlement.ClaimArchive.Visit;
import org.tsunagu.app.settlement.FacilityClaim.State;

/// Claims with tickets against the ledger of tickets, by a job that is killed on the way.
@ExtendWith(Office.Extension.class)
class TicketsOfClaimsTest {

    @TempDir
    Path folder;

    @Test
    void tickets_are_looked_up_in_the_ledger_and_a_killed_check_pays_once(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500084", members -> members);
        var visits = documents(folder).subList(0, 4).stream()
                .map(Visit::of)
                .map(Visit::withTicket)
                .toList();
        agree(office, insurer, contract(facility(visits.getFirst().document()), true));
        receive(office, insurer, new ClaimArchive(folder, "99500084").write(0, visits));

        // Nothing was issued here yet: nobody is told that a ticket is wrong.
        var waiting = claims(office, insurer, State.WAIT).reversed();
        assertThat(waiting)
                .hasSize(4)
                .allSatisfy(claim ->
                        assertThat(failing(latest(office, insurer, claim))).containsExactly(Rule.TICKET));

        var terms = terms(office, insurer);
        var days = waiting.stream().map(claim -> claim.day().orElseThrow()).toList();
        issue(office, terms, waiting.get(0), waiting.get(0).memberId(), days.get(0));
        issue(
                office,
                terms,
                waiting.get(1),
                waiting.get(1).memberId(),
                days.get(1).minusDays(1));
        issue(office, terms, waiting.get(2), waiting.get(3).memberId(), days.get(2));
        office.everything()
                .update(
                        "update settlement.claim set state = 'OPEN' where insurer_id = ?",
                        insurer.id().value());
        check(office, insurer);

        assertThat(latest(office, insurer, waiting.get(0)).grounds())
                .filteredOn(ground -> ground.holds() != Ground.Holds.YES)
                .isEmpty();
        var paid = payments(office, insurer);
        assertThat(paid)
                .extracting(Payment::ticket)
                .containsExactly(visits.get(0).ticket());
        assertThat(why(office, insurer, waiting.get(1))).containsExactly(Rule.TICKET_VALID);
        assertThat(why(office, insurer, waiting.get(2))).containsExactly(Rule.TICKET_OWNER);
        assertThat(why(office, insurer, waiting.get(3))).containsExactly(Rule.TICKET);
        assertThat(claims(office, insurer, State.RETURN))
                .extracting(FacilityClaim::reason)
                .containsExactly("02", "02", "09");
        assertThat(office.everything()
                        .queryForList(
                                "select state from tickets.ticket where insurer_id = ? order by id",
                                String.class,
                                insurer.id().value()))
                .containsExactly("USED", "ISSUED", "ISSUED");
    }

    private static List<Rule> why(Office office, Insurer insurer, FacilityClaim claim) {
        return failing(latest(office, insurer, claim));
    }

    /// Killed before its step is committed, and once more after it; each time it begins again where it was.
    private static void check(Office office, Insurer insurer) {
        var work = office.bean(CheckClaims.class);
        Steps steps = (step, done, total, some) ->
                office.bean(TenantTransactions.class).run(insurer.id(), some);
        var job = new Job(0, insurer.id(), CheckClaims.KIND, "test", "RUNNING", "", 0, 0);
        assertThatThrownBy(() -> work.work(
                        job,
                        (step, done, total, some) -> steps.commit(step, done, total, () -> {
                            some.run();
                            throw new IllegalStateException("killed");
                        })))
                .hasMessage("killed");
        assertThat(payments(office, insurer)).isEmpty();
        assertThatThrownBy(() -> work.work(job, (step, done, total, some) -> {
                    steps.commit(step, done, total, some);
                    throw new IllegalStateException("killed");
                }))
                .hasMessage("killed");
        work.work(job, steps);
    }

    private static long terms(Office office, Insurer insurer) {
        var id = office.everything()
                .queryForObject(
                        "insert into tickets.terms (insurer_id, fiscal_year, family, kind, valid_until, contract,"
                                + " coordinator, agency, address, phone, staff_id, staff_name, at) values (?, 2025,"
                                + " 'CHECKUP', '1', '2026-03-31', 'COLLECTIVE_A', '', '', '', '', 0, '', now())"
                                + " returning id",
                        Long.class,
                        insurer.id().value());
        for (var service : List.of("BASIC", "DETAILED")) {
            office.everything()
                    .update(
                            "insert into tickets.charge values (?, ?, ?, 'RATE', 0, 10)",
                            insurer.id().value(),
                            id,
                            service);
        }
        return id == null ? 0 : id;
    }

    private static void issue(Office office, long terms, FacilityClaim claim, long owner, LocalDate until) {
        office.everything()
                .update(
                        "insert into tickets.ticket (insurer_id, member_id, fiscal_year, number, kind, family,"
                                + " terms_id, issued_on, valid_until, state) select insurer_id, ?, 2025, ?, '1',"
                                + " 'CHECKUP', id, ?, ?, 'ISSUED' from tickets.terms where id = ?",
                        owner,
                        claim.ticket(),
                        Date.valueOf(until.minusDays(30)),
                        Date.valueOf(until),
                        terms);
    }
}
