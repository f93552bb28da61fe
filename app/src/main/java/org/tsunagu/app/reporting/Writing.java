package org.tsunagu.app.reporting;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A writing of the archive of a frozen report (送付用ファイルの作成).
///
/// @param name of the archive; empty while it waits, and when there is nothing to report
/// @param hash SHA-256 of its bytes
/// @param documents and `guidance`: how many results and documents about guidance are in it
/// @param refused how many could not be written validly
public record Writing(
        long id,
        long reportId,
        boolean isReady,
        String name,
        String hash,
        long size,
        int documents,
        int guidance,
        int refused,
        OffsetDateTime askedAt,
        String askedBy,
        Optional<OffsetDateTime> readyAt) {}
