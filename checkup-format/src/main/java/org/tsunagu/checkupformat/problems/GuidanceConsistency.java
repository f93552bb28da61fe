package org.tsunagu.checkupformat.problems;

import org.tsunagu.codes.ticket.TicketNumber;

/// Level, medication and first interview of a specific checkup (保健指導レベル・服薬・初回面接の整合): CHK-ITM-027, 028.
final class GuidanceConsistency {

    private static final String YES = "1";
    private static final String NO_GUIDANCE = "3";
    private static final char SET_TICKET = '5';

    private final ItemMaster master;
    private final int level;
    private final int[] medication;
    private final int interview;

    GuidanceConsistency(ItemMaster master) {
        this.master = master;
        this.level = master.family("level")[0];
        this.medication = master.family("medication");
        this.interview = master.family("first_interview")[0];
    }

    void check(Checkup checkup) {
        var results = checkup.results();
        var written = results.text(level);
        if (!written.isEmpty() && !results.isSpoiled(level) && !written.equals(NO_GUIDANCE) && takesMedicine(results)) {
            checkup.report("CHK-ITM-027", master.item(level), "actual", written);
        }
        if (results.text(interview).equals(YES) && !results.isSpoiled(interview) && !hasSetTicket(checkup)) {
            checkup.report("CHK-ITM-028", master.item(interview));
        }
    }

    private boolean takesMedicine(Results results) {
        for (var one : medication) {
            if (results.text(one).equals(YES)) {
                return true;
            }
        }
        return false;
    }

    /// Whether a ticket is a set ticket, or may be one because its number cannot be read.
    private static boolean hasSetTicket(Checkup checkup) {
        return checkup.document().header().tickets().stream()
                .anyMatch(ticket -> TicketNumber.of(ticket.number().text())
                        .map(number -> number.kind() == SET_TICKET)
                        .orElse(true));
    }
}
