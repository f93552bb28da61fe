package org.tsunagu.checkupformat.cda;

import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceClaim;

/// Reads settlement files of guidance (特定保健指導決済情報 gc08). Of an element written twice the last counts.
final class GuidanceClaimReader {

    private final XmlCursor xml;
    private final ClaimParts parts;

    GuidanceClaimReader(XmlCursor xml) {
        this.xml = xml;
        this.parts = new ClaimParts(xml);
    }

    /// At `healthGuidanceClaim`.
    GuidanceClaim read() throws RefusedXml {
        var namespace = xml.at(xml.namespace());
        var subject = parts.subject();
        var level = Field.ABSENT;
        var timing = Field.ABSENT;
        var card = GuidanceClaim.Card.EMPTY;
        var sums = new GuidanceSums();
        while (xml.child(1)) {
            switch (xml.name()) {
                case "encounter" -> {
                    var depth = xml.depth();
                    while (xml.child(depth)) {
                        switch (xml.name()) {
                            case "serviceEventType" -> subject.serviceKind(xml.field("code"));
                            case "guidanceLevel" -> level = xml.field("code");
                            case "guidanceTiming" -> timing = xml.field("code");
                            default -> {}
                        }
                    }
                }
                case "subjectPerson" -> subject.person();
                case "healthGuidanceCard" -> card = guidanceCard();
                case "settlement" -> settlement(sums);
                default -> parts.adjudication();
            }
        }
        return new GuidanceClaim(
                namespace, subject.build(), level, timing, card, sums.build(), parts.agency(), parts.insurer());
    }

    private GuidanceClaim.Card guidanceCard() throws RefusedXml {
        var number = Field.ABSENT;
        var root = Field.ABSENT;
        var checkupNumber = Field.ABSENT;
        var checkupRoot = Field.ABSENT;
        var until = Field.ABSENT;
        var copayment = Charge.ABSENT;
        var limit = Field.ABSENT;
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "id" -> {
                    number = xml.field("extension");
                    root = xml.field("root");
                }
                case "checkupCardId" -> {
                    checkupNumber = xml.field("extension");
                    checkupRoot = xml.field("root");
                }
                case "effectiveTime" -> until = xml.find("high") ? xml.field("value") : until;
                case "copayment" -> copayment = parts.charge();
                case "maxInsuranceLimit" -> limit = parts.amount();
                default -> {}
            }
        }
        return new GuidanceClaim.Card(number, root, checkupNumber, checkupRoot, until, copayment, limit);
    }

    private void settlement(GuidanceSums sums) throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "unitPrice" -> sums.unitPrice = parts.amount();
                case "paymentRate" -> sums.rate = xml.field("value");
                case "pointCountCompleted" -> sums.done = xml.field("value");
                case "pointCountIntended" -> sums.planned = xml.field("value");
                case "calculatedAmount" -> sums.calculated = xml.field("value");
                case "payment" -> {
                    var inner = xml.depth();
                    while (xml.child(inner)) {
                        switch (xml.name()) {
                            case "status" -> sums.status = xml.field("code");
                            case "amount" -> sums.payment = xml.field("value");
                            default -> {}
                        }
                    }
                }
                case "claimAmount" -> sums.claim = xml.field("value");
                default -> {}
            }
        }
    }

    private static final class GuidanceSums {
        private Field unitPrice = Field.ABSENT;
        private Field rate = Field.ABSENT;
        private Field done = Field.ABSENT;
        private Field planned = Field.ABSENT;
        private Field calculated = Field.ABSENT;
        private Field status = Field.ABSENT;
        private Field payment = Field.ABSENT;
        private Field claim = Field.ABSENT;

        private GuidanceClaim.Settlement build() {
            return new GuidanceClaim.Settlement(unitPrice, rate, done, planned, calculated, status, payment, claim);
        }
    }
}
