package org.tsunagu.app.membership;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/// A register file that was received (受け取った資格台帳).
///
/// @param kind `FULL`: everybody is in it; `DIFFERENCE`: only what changed
/// @param asOf the day it describes
/// @param lines lines read, without the headings
/// @param missing members covered on that day who are not in a full file and whose coverage was not ended, because
/// they are too many for a person not to look
/// @param refusal key of the sentence that says why nothing of it was taken; empty otherwise
public record RegisterFile(
        long id,
        String original,
        String name,
        String kind,
        LocalDate asOf,
        String state,
        int lines,
        int added,
        int changed,
        int ended,
        int bad,
        int missing,
        int nameless,
        String refusal,
        OffsetDateTime receivedAt,
        String receivedBy) {}
