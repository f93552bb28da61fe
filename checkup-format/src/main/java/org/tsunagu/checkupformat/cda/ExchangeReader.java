package org.tsunagu.checkupformat.cda;

import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.Summary;

/// Reads index and summary (交換用基本情報・集計情報) of the national format.
final class ExchangeReader {

    private final XmlCursor xml;

    ExchangeReader(XmlCursor xml) {
        this.xml = xml;
    }

    /// At `index`.
    Index index() throws RefusedXml {
        var namespace = xml.at(xml.namespace());
        var interactionType = Field.ABSENT;
        var created = Field.ABSENT;
        var sender = Party.ABSENT;
        var receiver = Party.ABSENT;
        var serviceEventType = Field.ABSENT;
        var totalRecordCount = Field.ABSENT;
        while (xml.child(1)) {
            switch (xml.name()) {
                case "interactionType" -> interactionType = xml.field("code");
                case "creationTime" -> created = xml.field("value");
                case "sender" -> sender = party();
                case "receiver" -> receiver = party();
                case "serviceEventType" -> serviceEventType = xml.field("code");
                case "totalRecordCount" -> totalRecordCount = xml.field("value");
                default -> {}
            }
        }
        return new Index(
                namespace,
                interactionType,
                created,
                sender.root,
                sender.number,
                receiver.root,
                receiver.number,
                serviceEventType,
                totalRecordCount);
    }

    private Party party() throws RefusedXml {
        return xml.find("id") ? new Party(xml.field("root"), xml.field("extension")) : Party.ABSENT;
    }

    /// At `summary`.
    Summary summary() throws RefusedXml {
        var namespace = xml.at(xml.namespace());
        var serviceEventType = Field.ABSENT;
        var totalSubjectCount = Field.ABSENT;
        var totalCost = Field.ABSENT;
        var totalPayment = Field.ABSENT;
        var totalByOther = Field.ABSENT;
        var totalClaim = Field.ABSENT;
        while (xml.child(1)) {
            switch (xml.name()) {
                case "serviceEventType" -> serviceEventType = xml.field("code");
                case "totalSubjectCount" -> totalSubjectCount = xml.field("value");
                case "totalCostAmount" -> totalCost = xml.field("value");
                case "totalPaymentAmount" -> totalPayment = xml.field("value");
                case "totalPaymentByOtherProgram" -> totalByOther = xml.field("value");
                case "totalClaimAmount" -> totalClaim = xml.field("value");
                default -> {}
            }
        }
        return new Summary(
                namespace, serviceEventType, totalSubjectCount, totalCost, totalPayment, totalByOther, totalClaim);
    }

    private record Party(Field root, Field number) {
        private static final Party ABSENT = new Party(Field.ABSENT, Field.ABSENT);
    }
}
