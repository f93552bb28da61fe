package org.tsunagu.app.planning.document;

import java.time.OffsetDateTime;

/// A version of what the insurer has written (保険者の記載).
///
/// @param part key of a section, or of the growth of a stratum
/// @param version from 1; the highest counts
public record Part(String part, int version, String text, String staffName, OffsetDateTime at) {}
