package org.tsunagu.checkupformat.cda;

import java.util.ArrayList;
import java.util.List;
import org.tsunagu.checkupformat.document.Charge;
import org.tsunagu.checkupformat.document.CheckupClaim;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.UnitPrice;

/// Reads settlement files of checkups (特定健診決済情報 cc08). Of an element written twice the last counts, but of prices for
/// items every one.
final class CheckupClaimReader {

    private final XmlCursor xml;
    private final ClaimParts parts;

    CheckupClaimReader(XmlCursor xml) {
        this.xml = xml;
        this.parts = new ClaimParts(xml);
    }

    /// At `checkupClaim`.
    CheckupClaim read() throws RefusedXml {
        var namespace = xml.at(xml.namespace());
        var subject = parts.subject();
        var card = CheckupClaim.Card.EMPTY;
        var settlement = new CheckupSums();
        while (xml.child(1)) {
            switch (xml.name()) {
                case "encounter" -> subject.service();
                case "subjectPerson" -> subject.person();
                case "checkupCard" -> card = checkupCard();
                case "settlement" -> settlement(settlement);
                default -> parts.adjudication();
            }
        }
        return new CheckupClaim(
                namespace,
                subject.build(),
                card,
                settlement.prices(),
                settlement.totals(),
                parts.agency(),
                parts.insurer());
    }

    private CheckupClaim.Card checkupCard() throws RefusedXml {
        var number = Field.ABSENT;
        var root = Field.ABSENT;
        var until = Field.ABSENT;
        var basic = Charge.ABSENT;
        var detailed = Charge.ABSENT;
        var additional = Charge.ABSENT;
        var dock = Charge.ABSENT;
        var limit = Field.ABSENT;
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "id" -> {
                    number = xml.field("extension");
                    root = xml.field("root");
                }
                case "effectiveTime" -> until = xml.find("high") ? xml.field("value") : until;
                case "chargeTypeBasic" -> basic = parts.charge();
                case "chargeTypeDetail" -> detailed = parts.charge();
                case "chargeTypeOther" -> additional = parts.charge();
                case "chargeTypeHumanDryDock" -> {
                    var inner = xml.depth();
                    while (xml.child(inner)) {
                        switch (xml.name()) {
                            case "copayment" -> dock = parts.charge();
                            case "maxInsuranceLimit" -> limit = parts.amount();
                            default -> {}
                        }
                    }
                }
                default -> {}
            }
        }
        return new CheckupClaim.Card(number, root, until, basic, detailed, additional, dock, limit);
    }

    private void settlement(CheckupSums sums) throws RefusedXml {
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "claimType" -> sums.claimType = xml.field("code");
                case "commissionType" -> sums.commissionType = xml.field("code");
                case "unitPriceBasic" -> sums.basic = parts.amount();
                case "unitPriceDetail" -> sums.detailed.add(price());
                case "unitPriceOther" -> sums.additional.add(price());
                case "paymentForBasic" -> sums.paidBasic = parts.amount();
                case "paymentForDetail" -> sums.paidDetailed = parts.amount();
                case "paymentForOther" -> sums.paidAdditional = parts.amount();
                case "unitAmount" -> sums.unit = xml.field("value");
                case "paymentAmount" -> sums.payment = xml.field("value");
                case "paymentByOtherProgram" -> sums.byOther = xml.field("value");
                case "claimAmount" -> sums.claim = xml.field("value");
                default -> {}
            }
        }
    }

    private UnitPrice price() throws RefusedXml {
        var amount = Field.ABSENT;
        var item = Field.ABSENT;
        var system = Field.ABSENT;
        var depth = xml.depth();
        while (xml.child(depth)) {
            switch (xml.name()) {
                case "amount" -> amount = xml.field("value");
                case "observation" -> {
                    item = xml.field("code");
                    system = xml.word("codeSystem").isEmpty() ? Field.ABSENT : xml.field("codeSystem");
                }
                default -> {}
            }
        }
        return new UnitPrice(amount, item, system);
    }

    private static final class CheckupSums {
        private Field claimType = Field.ABSENT;
        private Field commissionType = Field.ABSENT;
        private Field basic = Field.ABSENT;
        private final List<UnitPrice> detailed = new ArrayList<>();
        private final List<UnitPrice> additional = new ArrayList<>();
        private Field paidBasic = Field.ABSENT;
        private Field paidDetailed = Field.ABSENT;
        private Field paidAdditional = Field.ABSENT;
        private Field unit = Field.ABSENT;
        private Field payment = Field.ABSENT;
        private Field byOther = Field.ABSENT;
        private Field claim = Field.ABSENT;

        private CheckupClaim.Prices prices() {
            return new CheckupClaim.Prices(
                    claimType, commissionType, basic, List.copyOf(detailed), List.copyOf(additional));
        }

        private CheckupClaim.Totals totals() {
            return new CheckupClaim.Totals(paidBasic, paidDetailed, paidAdditional, unit, payment, byOther, claim);
        }
    }
}
