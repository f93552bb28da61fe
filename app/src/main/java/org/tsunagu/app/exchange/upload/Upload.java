package org.tsunagu.app.exchange.upload;

import java.time.OffsetDateTime;

/// A file that came on the page of an employer (事業主のファイル).
///
/// @param original hash of its bytes as they came
/// @param delivered rows handed to intake by now
public record Upload(
        long id,
        long employerId,
        long requestId,
        String original,
        String name,
        OffsetDateTime receivedAt,
        String receivedBy,
        int delivered) {}
