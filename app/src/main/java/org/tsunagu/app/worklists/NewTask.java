package org.tsunagu.app.worklists;

import java.time.LocalDate;
import java.util.List;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;

/// A task that a module hands over (作業の登録).
///
/// @param subject what it is about; the same kind and subject is the same task
/// @param memberId 0 when no member is known yet
/// @param urgency the higher the sooner, within one kind
/// @param since when it came up
public record NewTask(
        TaskKind kind,
        String subject,
        long memberId,
        int urgency,
        LocalDate since,
        LocalDate due,
        List<Reason> reasons,
        Certainty certainty) {}
