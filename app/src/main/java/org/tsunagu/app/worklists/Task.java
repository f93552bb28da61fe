package org.tsunagu.app.worklists;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;

/// A task with the person it is about (作業).
///
/// @param name and `kana`: empty when no member is known
/// @param ownerName who is on it; empty when nobody is
/// @param version for seeing that somebody else has changed it meanwhile
/// @param note what staff noted about it
/// @param stateNote why it was closed
public record Task(
        long id,
        TaskKind kind,
        String subject,
        long memberId,
        String name,
        String kana,
        LocalDate since,
        LocalDate due,
        List<Reason> reasons,
        Certainty certainty,
        String state,
        long owner,
        String ownerName,
        int version,
        String note,
        String stateNote) {}
