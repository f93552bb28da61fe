package org.tsunagu.fhir.checkup;

/// The OID of a ticket number in the CDA (受診券・利用券整理番号のOID): arc 209 or 210, then a 1 before the insurer number.
final class TicketRoot {

    private static final String CHECKUP = "1.2.392.200119.6.209.1";
    private static final String GUIDANCE = "1.2.392.200119.6.210.1";

    private TicketRoot() {}

    static String of(String kind, String insurer) {
        return (kind.equals("2") ? GUIDANCE : CHECKUP) + insurer;
    }
}
