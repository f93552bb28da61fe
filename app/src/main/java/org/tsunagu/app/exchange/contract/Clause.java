package org.tsunagu.app.exchange.contract;

import java.time.LocalDate;
import java.util.Optional;

/// A contract clause by which an institution may deliver directly (直接提供の条項), between employer,
/// institution and
/// insurer.
///
/// @param facility number of the institution, ten digits
/// @param employerId 0 when it holds for all employers
public record Clause(
        long id,
        String facility,
        String facilityName,
        long employerId,
        String employer,
        LocalDate from,
        Optional<LocalDate> to,
        String note) {}
