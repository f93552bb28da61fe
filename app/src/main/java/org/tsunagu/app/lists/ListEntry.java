package org.tsunagu.app.lists;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.rules.decision.Reason;

/// A person on a list, or one of whom it cannot be told (該当者・判定できない人).
///
/// @param labels how they are told apart: stage, intensity
/// @param since first month of being on it without a break; empty for one of whom it cannot be told
/// @param taskState of the task that belongs to it; empty for none
/// @param contact outcome of the last contact since then; empty for none
/// @param doctor state of the doctor's confirmation; empty for none
public record ListEntry(
        String list,
        long memberId,
        String name,
        String kana,
        LocalDate birth,
        boolean isOn,
        List<Reason> reasons,
        List<Reason> labels,
        Certainty certainty,
        Optional<LocalDate> since,
        String taskState,
        String owner,
        String contact,
        Optional<OffsetDateTime> contactAt,
        String doctor) {}
