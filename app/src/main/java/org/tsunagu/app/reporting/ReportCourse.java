package org.tsunagu.app.reporting;

import java.time.LocalDate;
import java.util.List;

/// A finished course of a report (報告する特定保健指導).
///
/// @param examDate of the result that is counted
/// @param documents received ones of the course; none for guidance by the insurer itself
/// @param problems words of what keeps it out of the file; empty when it goes in
record ReportCourse(long courseId, long memberId, LocalDate examDate, List<Long> documents, List<String> problems) {}
