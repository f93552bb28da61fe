package org.tsunagu.letters;

import java.util.List;
import org.tsunagu.codes.problem.Problem;

/// What became of a run (印刷の結果).
///
/// @param printed letters in the file
/// @param refused letters that could not be made, each with at least one problem that refuses
/// @param pages pages in the file
/// @param problems all findings; the place names the serial number
public record RunReport(int printed, int refused, int pages, List<Problem> problems) {}
