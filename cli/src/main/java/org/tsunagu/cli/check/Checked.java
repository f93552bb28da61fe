package org.tsunagu.cli.check;

import java.util.List;
import org.tsunagu.codes.problem.Problem;

/// What a worker found out about one task (処理の結果).
///
/// @param documentsEnd where its row in the buffer of the batch ends
/// @param findingsEnd where its findings end
record Checked(Found found, List<Problem> problems, int documentsEnd, int findingsEnd) {}
