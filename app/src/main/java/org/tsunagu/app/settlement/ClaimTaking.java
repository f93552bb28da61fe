package org.tsunagu.app.settlement;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.InsurerId;
import org.tsunagu.app.intake.ClaimsReceived;
import org.tsunagu.app.intake.DeliveryRead;
import org.tsunagu.app.intake.DeliveryRefused;
import org.tsunagu.app.intake.DocumentsMatched;
import org.tsunagu.app.jobs.Jobs;

/// Takes claims from received archives (請求の受付), within the transaction that reads them. The original
/// stays what it is; a claim that is there already, from this archive or another one, is left as it is.
@Component
class ClaimTaking {

    private static final String SYSTEM = "system";

    private final JdbcClient jdbc;
    private final Jobs jobs;
    private final Clock clock;

    ClaimTaking(JdbcClient jdbc, Jobs jobs, Clock clock) {
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.clock = clock;
    }

    @EventListener
    void on(ClaimsReceived event) {
        event.claims().forEach(received -> take(event.insurer(), event.deliveryId(), received));
    }

    private void take(InsurerId insurer, long deliveryId, ClaimsReceived.Received received) {
        var read = new ReadClaim(received.claim());
        var claim = received.claim();
        jdbc.sql("insert into settlement.claim (insurer_id, delivery_id, entry, natural_key, kind, service, facility,"
                        + " insurer_number, ticket, stage, level, timing, commission, rate, unit, paid, other, yen,"
                        + " returned_for, member_id, state, received_at) values (:insurer, :delivery, :entry, :key,"
                        + " :kind, :service, :facility, :number, :ticket, :stage, :level, :timing, :commission, :rate,"
                        + " :unit, :paid, :other, :yen, :returned, :member, 'OPEN', :at)"
                        + " on conflict (insurer_id, natural_key) do update set state = 'OPEN',"
                        + " delivery_id = excluded.delivery_id, entry = excluded.entry, version = claim.version + 1"
                        // Of an archive that was refused as a whole: it has come again.
                        + " where claim.state = 'WITHDRAWN' returning id")
                .param("insurer", insurer.value())
                .param("delivery", deliveryId)
                .param("entry", plain(received.entry()))
                .param("key", read.naturalKey(received.entry()))
                .param("kind", claim.kind())
                .param("service", read.service().name())
                .param("facility", plain(claim.subject().facility().text()))
                .param("number", plain(claim.subject().person().insurerNumber().text()))
                .param("ticket", plain(claim.ticketNumber().text()))
                .param("stage", read.stage())
                .param("level", plain(read.level()))
                .param("timing", plain(read.timing()))
                .param("commission", plain(read.commission()))
                .param("rate", read.rate())
                .param("unit", ReadClaim.yen(claim.unitAmount()))
                .param("paid", ReadClaim.yen(claim.paymentAmount()))
                .param("other", ReadClaim.yen(claim.paymentByOtherProgram()))
                .param("yen", ReadClaim.yen(claim.claimAmount()))
                .param("returned", plain(read.returnedFor()))
                .param("member", received.memberId() == 0 ? null : received.memberId(), java.sql.Types.BIGINT)
                .param("at", OffsetDateTime.now(clock))
                .query(Long.class)
                .optional()
                .ifPresent(id -> details(insurer, id, read));
    }

    private static String plain(String text) {
        return text.replace("\u0000", "");
    }

    private void details(InsurerId insurer, long id, ReadClaim read) {
        var n = 0;
        for (var line : read.lines()) {
            jdbc.sql("insert into settlement.claim_line values (?, ?, ?, ?, ?, ?) on conflict do nothing")
                    .params(id, insurer.value(), ++n, line.part().name(), plain(line.item()), line.yen())
                    .update();
        }
        for (var charge : read.charges()) {
            jdbc.sql("insert into settlement.claim_charge values (?, ?, ?, ?, ?, ?, ?)" + " on conflict do nothing")
                    .params(
                            id,
                            insurer.value(),
                            charge.part().name(),
                            plain(charge.kind()),
                            charge.amount(),
                            charge.rate(),
                            charge.most())
                    .update();
        }
    }

    /// Everything of the archive is there: its claims can be checked.
    @EventListener
    void on(DeliveryRead event) {
        var isThere = jdbc.sql("select exists (select 1 from settlement.claim where delivery_id = :delivery"
                        + " and state = 'OPEN')")
                .param("delivery", event.deliveryId())
                .query(Boolean.class)
                .single();
        if (isThere) {
            jobs.enqueue(event.insurer(), CheckClaims.KIND, "delivery " + event.deliveryId(), SYSTEM);
        }
    }

    @EventListener
    void on(DeliveryRefused event) {
        jdbc.sql("update settlement.claim set state = 'WITHDRAWN', version = version + 1"
                        + " where delivery_id = :delivery and state = 'OPEN'")
                .param("delivery", event.deliveryId())
                .update();
    }

    /// Somebody has decided whose result it is: the claim that waited for it is checked again.
    @EventListener
    void on(DocumentsMatched event) {
        var documents =
                event.documents().stream().map(matched -> matched.documentId()).toArray(Long[]::new);
        var claims = jdbc.sql("update settlement.claim set state = 'OPEN', version = version + 1"
                        + " where document_id = any(:documents) and not by_staff and returned_in is null"
                        + " and state in ('WAIT', 'RETURN')")
                .param("documents", documents)
                .update();
        paid(event);
        if (claims > 0) {
            jobs.enqueue(event.insurer(), CheckClaims.KIND, UUID.randomUUID().toString(), SYSTEM);
        }
    }

    /// What is paid stays paid until somebody has looked at it; nothing is taken back by itself.
    private void paid(DocumentsMatched event) {
        jdbc.sql(
                        "update settlement.claim c set review = case when d.member = c.member_id then 'RESULT' else 'PERSON' end,"
                                + " version = version + 1 from unnest(:documents::bigint[], :members::bigint[]) as d (document,"
                                + " member) where c.document_id = d.document and c.state = 'PAY'")
                .param(
                        "documents",
                        event.documents().stream()
                                .map(matched -> matched.documentId())
                                .toArray(Long[]::new))
                .param(
                        "members",
                        event.documents().stream()
                                .map(matched -> matched.memberId())
                                .toArray(Long[]::new))
                .update();
    }
}
