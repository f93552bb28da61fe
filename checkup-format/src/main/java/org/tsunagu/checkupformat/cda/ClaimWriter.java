package org.tsunagu.checkupformat.cda;

import java.io.IOException;
import java.io.OutputStream;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;
import org.tsunagu.checkupformat.document.UnitPrice;

/// Writes settlement files (決済情報 cc08, gc08) that are valid against the official schema, as strictly
/// as [CheckupWriter]. Returns (返戻・過誤返戻) go with them. Whether the amounts are right is the business of the reception
/// checks.
public final class ClaimWriter {

    private static final int POINT_DIGITS = 4;
    private static final String CHECKUP_TICKET = "209";
    private static final String GUIDANCE_TICKET = "210";
    private static final String ITEM_CODES = Markup.ROOT + "1005";
    private static final byte[] CHECKUP = IndexWriter.inFolder("checkupClaim", "cc08");
    private static final byte[] CHECKUP_END = XmlBuffer.utf8("</checkupClaim>\n");
    private static final byte[] GUIDANCE = IndexWriter.inFolder("healthGuidanceClaim", "gc08");
    private static final byte[] GUIDANCE_END = XmlBuffer.utf8("</healthGuidanceClaim>\n");

    private final XmlBuffer buffer = new XmlBuffer();
    private final ClaimXml xml = new ClaimXml(buffer);

    /// A writer for any number of files, one after the other.
    public ClaimWriter() {}

    /// Writes a settlement file; the stream stays open.
    ///
    /// @throws IllegalArgumentException naming the place if it cannot be written validly
    public void write(Claim claim, OutputStream out) throws IOException {
        switch (claim) {
            case CheckupClaim checkup -> checkup(checkup);
            case GuidanceClaim guidance -> guidance(guidance);
        }
        buffer.writeTo(out);
    }

    private void checkup(CheckupClaim claim) {
        xml.begin(CHECKUP);
        xml.open("encounter");
        among(claim.subject().serviceKind(), "123456789", "serviceEventType");
        xml.code("serviceEventType", claim.subject().serviceKind());
        xml.close("encounter");
        xml.subject(claim.subject(), true);
        card(claim.card());
        settlement(claim);
        returns(claim);
        buffer.raw(CHECKUP_END);
    }

    private void card(CheckupClaim.Card card) {
        xml.open("checkupCard");
        xml.ticket("id", card.number(), CHECKUP_TICKET);
        xml.validUntil(card.validUntil());
        xml.charge("chargeTypeBasic", card.basic());
        xml.charge("chargeTypeDetail", card.detailed());
        xml.charge("chargeTypeOther", card.additional());
        if (card.dock().isThere() || card.dockLimit().isThere()) {
            xml.open("chargeTypeHumanDryDock");
            xml.charge("copayment", card.dock());
            xml.limit(card.dockLimit());
            xml.close("chargeTypeHumanDryDock");
        }
        xml.close("checkupCard");
    }

    private void settlement(CheckupClaim claim) {
        var prices = claim.prices();
        var totals = claim.totals();
        xml.open("settlement");
        among(prices.claimType(), "12345", "claimType");
        xml.code("claimType", prices.claimType());
        among(prices.commissionType(), "12", "commissionType");
        xml.code("commissionType", prices.commissionType());
        if (prices.basic().isThere()) {
            xml.price("unitPriceBasic", prices.basic());
        }
        for (var price : prices.detailed()) {
            xml.open("unitPriceDetail");
            xml.yen("amount", price.amount());
            among(price.item(), "1234", "unitPriceDetail/observation");
            xml.code("observation", price.item());
            xml.close("unitPriceDetail");
        }
        prices.additional().forEach(this::additional);
        xml.payment("paymentForBasic", totals.paidBasic());
        xml.payment("paymentForDetail", totals.paidDetailed());
        xml.payment("paymentForOther", totals.paidAdditional());
        xml.yen("unitAmount", totals.unitAmount());
        xml.yen("paymentAmount", totals.paymentAmount());
        if (totals.paymentByOtherProgram().isThere()) {
            xml.yen("paymentByOtherProgram", totals.paymentByOtherProgram());
        }
        xml.yen("claimAmount", totals.claimAmount());
        xml.close("settlement");
    }

    private void additional(UnitPrice price) {
        xml.open("unitPriceOther");
        xml.yen("amount", price.amount());
        if (price.item().isThere()) {
            xml.code("observation", price.item(), ITEM_CODES);
        }
        xml.close("unitPriceOther");
    }

    private void guidance(GuidanceClaim claim) {
        xml.begin(GUIDANCE);
        xml.open("encounter");
        among(claim.subject().serviceKind(), "123456789", "serviceEventType");
        xml.code("serviceEventType", claim.subject().serviceKind());
        among(claim.level(), "1234", "guidanceLevel");
        xml.code("guidanceLevel", claim.level());
        among(claim.timing(), "12345", "guidanceTiming");
        xml.code("guidanceTiming", claim.timing());
        xml.close("encounter");
        xml.subject(claim.subject(), false);
        var card = claim.card();
        xml.open("healthGuidanceCard");
        xml.ticket("id", card.number(), GUIDANCE_TICKET);
        xml.ticket("checkupCardId", card.checkupNumber(), CHECKUP_TICKET);
        xml.validUntil(card.validUntil());
        xml.charge("copayment", card.copayment());
        xml.limit(card.limit());
        xml.close("healthGuidanceCard");
        settlement(claim.settlement());
        returns(claim);
        buffer.raw(GUIDANCE_END);
    }

    private void settlement(GuidanceClaim.Settlement settlement) {
        xml.open("settlement");
        xml.price("unitPrice", settlement.unitPrice());
        xml.percent("paymentRate", settlement.paymentRate());
        if (settlement.pointsDone().isThere()) {
            xml.number("pointCountCompleted", settlement.pointsDone(), POINT_DIGITS);
        }
        if (settlement.pointsPlanned().isThere()) {
            xml.number("pointCountIntended", settlement.pointsPlanned(), POINT_DIGITS);
        }
        xml.yen("calculatedAmount", settlement.calculatedAmount());
        xml.open("payment");
        among(settlement.paymentStatus(), "12", "payment/status");
        xml.code("status", settlement.paymentStatus());
        xml.yen("amount", settlement.payment());
        xml.close("payment");
        xml.yen("claimAmount", settlement.claimAmount());
        xml.close("settlement");
    }

    private void returns(Claim claim) {
        claim.agencyResult().ifPresent(result -> xml.adjudication("agencyAdjudicationResult", result));
        claim.insurerResult().ifPresent(result -> xml.adjudication("insurerAdjudicationResult", result));
    }

    private static void among(Field code, String codes, String place) {
        Strict.require(
                code.text().length() == 1 && codes.contains(code.text()),
                place,
                "CHK-XML-003 none of the codes of the schema");
    }
}
