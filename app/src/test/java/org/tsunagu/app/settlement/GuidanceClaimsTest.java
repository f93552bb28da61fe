package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.settlement.Settling.agree;
import static org.tsunagu.app.settlement.Settling.claims;
import static org.tsunagu.app.settlement.Settling.documents;
import static org.tsunagu.app.settlement.Settling.facility;
import static org.tsunagu.app.settlement.Settling.insurer;
import static org.tsunagu.app.settlement.Settling.latest;
import static org.tsunagu.app.settlement.Settling.payments;
import static org.tsunagu.app.settlement.Settling.receive;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.settlement.FacilityClaim.State;
import org.tsunagu.codes.time.FiscalYear;

/// Claims for guidance from the archive to the list of what is paid.
@ExtendWith(Office.Extension.class)
class GuidanceClaimsTest {

    @TempDir
    Path folder;

    @Test
    void guidance_is_paid_by_its_share_and_what_was_recorded_here_must_agree(Office office) throws IOException {
        var insurer = insurer(office, folder, "99500092", members -> members);
        var checkups = documents(folder);
        var visits = List.of(
                new GuidanceVisit(checkups.get(0), 80),
                new GuidanceVisit(checkups.get(1), 20),
                new GuidanceVisit(checkups.get(2), 80));
        receive(office, insurer, GuidanceVisit.write(folder, "99500092", 0, visits));
        var all = claims(office, insurer, State.RETURN).reversed();
        assertThat(all).hasSize(3).extracting(FacilityClaim::stage).containsOnly("FIRST");

        agree(office, insurer, contract(facility(checkups.getFirst())));
        record(office, insurer, all.get(2));
        office.as(insurer, Role.CLERK, () -> office.bean(Decisions.class).again());
        office.waitForJobs(insurer);

        assertThat(speaking(office, insurer, all.get(0))).isEmpty();
        assertThat(speaking(office, insurer, all.get(1))).containsExactly(Rule.SHARE);
        assertThat(speaking(office, insurer, all.get(2))).containsExactly(Rule.COURSE);
        assertThat(payments(office, insurer))
                .extracting(Payment::yen)
                .containsExactly(visits.get(0).yen());

        receive(office, insurer, GuidanceVisit.write(folder, "99500092", 1, visits.subList(0, 1)));
        assertThat(payments(office, insurer)).hasSize(1);
        assertThat(claims(office, insurer, State.RETURN).getFirst().reason()).isEqualTo("07");
    }

    private static List<Rule> speaking(Office office, Insurer insurer, FacilityClaim claim) {
        return latest(office, insurer, claim).speaking().stream()
                .map(Ground::rule)
                .toList();
    }

    private static Contract contract(String facility) {
        return new Contract(
                0,
                Contract.Kind.INDIVIDUAL,
                facility,
                "見本保健指導センター",
                Service.GUIDANCE,
                "",
                LocalDate.parse("2020-04-01"),
                Optional.empty(),
                false,
                false,
                "委託契約書",
                List.of(new Line(Part.GUIDANCE, "2", GuidanceVisit.PRICE)),
                List.of(),
                List.of(),
                new Contract.Entered("", Optional.empty()));
    }

    /// A course of active support, while motivational support is claimed.
    private static void record(Office office, Insurer insurer, FacilityClaim claim) {
        var day = claim.day().orElseThrow();
        office.everything()
                .update(
                        "insert into guidance.course (insurer_id, member_id, checkup_day, fiscal_year, level, kind,"
                                + " provider, opened_on, staff_id, staff_name, at)"
                                + " values (?, ?, ?, ?, 'ACTIVE', 'ACTIVE', '', ?, 0, '', now())",
                        insurer.id().value(),
                        claim.memberId(),
                        Date.valueOf(day.minusDays(30)),
                        FiscalYear.containing(day).year(),
                        Date.valueOf(day));
    }
}
