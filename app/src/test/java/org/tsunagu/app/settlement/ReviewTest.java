package org.tsunagu.app.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsunagu.app.settlement.Settling.MONTH;
import static org.tsunagu.app.settlement.Settling.agree;
import static org.tsunagu.app.settlement.Settling.claims;
import static org.tsunagu.app.settlement.Settling.contract;
import static org.tsunagu.app.settlement.Settling.documents;
import static org.tsunagu.app.settlement.Settling.facility;
import static org.tsunagu.app.settlement.Settling.insurer;
import static org.tsunagu.app.settlement.Settling.payments;
import static org.tsunagu.app.settlement.Settling.receive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.app.Office;
import org.tsunagu.app.Visitor;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Role;
import org.tsunagu.app.access.TenantTransactions;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.intake.DocumentsMatched.Matched;
import org.tsunagu.app.settlement.ClaimArchive.Visit;
import org.tsunagu.app.settlement.Decisions.Result;
import org.tsunagu.app.settlement.FacilityClaim.State;
import org.tsunagu.checkupformat.document.CheckupDocument;

/// What was paid and turns out to be somebody else's, or otherwise, is settled as a difference and never
/// paid twice.
@ExtendWith(Office.Extension.class)
class ReviewTest {

    @TempDir
    Path folder;

    private Insurer paid(Office office, String number) throws IOException {
        var insurer = insurer(office, folder, number, members -> members);
        var documents = documents(folder);
        agree(office, insurer, contract(facility(documents.getFirst()), false));
        receive(office, insurer, new ClaimArchive(folder, number).write(0, List.of(Visit.of(documents.get(0)))));
        assertThat(payments(office, insurer)).hasSize(1);
        return insurer;
    }

    /// Somebody says whose a document is, or puts it right.
    private static void matched(
            Office office, Insurer insurer, FacilityClaim claim, long member, CheckupDocument document) {
        office.everything().update("update intake.document set member_id = ? where id = ?", member, claim.documentId());
        office.bean(TenantTransactions.class)
                .run(
                        insurer.id(),
                        () -> office.bean(ClaimTaking.class)
                                .on(new DocumentsMatched(
                                        insurer.id(), List.of(new Matched<>(claim.documentId(), member, document)))));
        office.waitForJobs(insurer);
    }

    private static Result again(Office office, Insurer insurer, long id) {
        return office.as(
                insurer,
                Role.CLERK,
                () -> office.bean(Reviews.class)
                        .again(
                                id,
                                office.bean(Claims.class).find(id).orElseThrow().version()));
    }

    private static long other(Office office, Insurer insurer, FacilityClaim claim) {
        return office.everything()
                .queryForObject(
                        "select min(m.id) from membership.member m join membership.coverage c on c.member_id = m.id"
                                + " where m.insurer_id = ? and m.id <> ? and c.from_day <= ? and c.to_day is null",
                        Long.class,
                        insurer.id().value(),
                        claim.memberId(),
                        java.sql.Date.valueOf(claim.day().orElseThrow()));
    }

    @Test
    void a_claim_found_to_be_somebody_elses_is_taken_back_and_paid_for_the_other(Office office) throws IOException {
        var insurer = paid(office, "99500209");
        var claim = claims(office, insurer, State.PAY).getFirst();
        var before = payments(office, insurer).getFirst();
        assertThat(again(office, insurer, claim.id())).as("nothing has changed").isEqualTo(Result.CHANGED);

        var other = other(office, insurer, claim);
        matched(office, insurer, claim, other, documents(folder).getFirst());

        assertThat(payments(office, insurer)).as("nothing by itself").hasSize(1);
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Claims.class).toReview(10)))
                .extracting(FacilityClaim::id)
                .containsExactly(claim.id());
        var clerk = new Visitor(office);
        clerk.logIn("99500209-clerk", Office.PASSWORD);
        assertThat(clerk.get("/settlement/claims/review").body()).contains("/settlement/claims/" + claim.id());
        assertThat(clerk.get("/settlement/claims/" + claim.id()).body()).contains("別の方のものとされました");

        assertThat(again(office, insurer, claim.id())).isEqualTo(Result.DONE);

        var lines = payments(office, insurer);
        assertThat(lines)
                .extracting(line -> line.kind() + " " + line.memberId() + " " + line.yen())
                .containsExactly(
                        "PAYMENT %d %d".formatted(before.memberId(), before.yen()),
                        "TAKE_BACK %d %d".formatted(before.memberId(), -before.yen()),
                        "PAYMENT %d %d".formatted(other, before.yen()));
        assertThat(Totals.of(lines).all().yen()).isEqualTo(before.yen());
        assertThat(again(office, insurer, claim.id())).as("settled once").isEqualTo(Result.CHANGED);
        assertThat(payments(office, insurer)).hasSize(3);
    }

    @Test
    void the_difference_goes_into_the_next_month_when_the_first_is_closed(Office office) throws IOException {
        var insurer = paid(office, "99500217");
        var claim = claims(office, insurer, State.PAY).getFirst();
        var yen = payments(office, insurer).getFirst().yen();
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Payments.class).close(MONTH, 1, yen)))
                .isTrue();
        office.everything()
                .update(
                        "update membership.coverage set to_day = ? where member_id = ?",
                        java.sql.Date.valueOf(claim.day().orElseThrow().minusDays(1)),
                        claim.memberId());

        matched(office, insurer, claim, claim.memberId(), documents(folder).getFirst());
        assertThat(again(office, insurer, claim.id())).isEqualTo(Result.DONE);

        assertThat(payments(office, insurer)).as("the closed month stays").hasSize(1);
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Payments.class).in(MONTH.plusMonths(1))))
                .extracting(line -> line.kind() + " " + line.yen())
                .containsExactly("TAKE_BACK " + -yen);
        assertThat(claims(office, insurer, State.RETURN))
                .singleElement()
                .satisfies(one -> assertThat(one.reason()).isEqualTo("06"));
    }

    @Test
    void a_result_put_right_that_is_still_in_order_changes_no_line(Office office) throws IOException {
        var insurer = paid(office, "99500225");
        var claim = claims(office, insurer, State.PAY).getFirst();

        matched(office, insurer, claim, claim.memberId(), documents(folder).getFirst());
        assertThat(again(office, insurer, claim.id())).isEqualTo(Result.DONE);

        assertThat(payments(office, insurer)).hasSize(1);
        assertThat(office.as(
                        insurer, Role.CLERK, () -> office.bean(Claims.class).toReview(10)))
                .isEmpty();
    }
}
