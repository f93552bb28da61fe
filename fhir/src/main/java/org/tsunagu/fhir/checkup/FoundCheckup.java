package org.tsunagu.fhir.checkup;

import org.tsunagu.checkupformat.document.CheckupDocument;

/// A checkup that a search has found (検索で見つかった健診).
///
/// @param id of the checkup on this server
/// @param patientId of its person on this server
public record FoundCheckup(String id, String patientId, CheckupDocument document) {}
