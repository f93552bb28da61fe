package org.tsunagu.app.reporting;

import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.Header;
import org.tsunagu.checkupformat.document.Patient;

/// The header of a received document made one of the report (法定報告用のヘッダ部): report category, programme, day and insurer
/// of the report; everything else as received.
record ReportHeader(Field day, Field insurer, Field programme) {

    private static final Field CATEGORY = Field.of(ReportRules.value("CATEGORY"));

    /// The header.
    ///
    /// @param service day of the checkup or of the guidance
    Header of(Header header, Field service) {
        var patient = header.patient();
        return new Header(
                header.typeIdRoot(),
                header.typeIdExtension(),
                CATEGORY,
                header.categorySystem(),
                day,
                new Patient(
                        insurer,
                        patient.symbol(),
                        patient.number(),
                        patient.branch(),
                        patient.name(),
                        patient.sex(),
                        patient.sexSystem(),
                        patient.birth(),
                        patient.address()),
                header.authorTime(),
                header.author(),
                header.tickets(),
                programme,
                header.programmeSystem(),
                service,
                header.performer());
    }
}
