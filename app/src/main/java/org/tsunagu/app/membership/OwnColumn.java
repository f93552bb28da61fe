package org.tsunagu.app.membership;

import java.time.OffsetDateTime;

/// What a heading of an insurer's own registers means (見出しの対応).
///
/// @param field name of a [RegisterField]; empty for a column that is left out
/// @param minusDays by how many days its dates are too late
public record OwnColumn(String heading, String field, int minusDays, OffsetDateTime setAt, String setBy) {}
