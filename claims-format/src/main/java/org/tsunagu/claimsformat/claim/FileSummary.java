package org.tsunagu.claimsformat.claim;

import java.util.Map;
import org.tsunagu.claimsformat.record.TextEncoding;

/// What a file held (ファイルの集計).
///
/// @param claims that were taken, those that do not count included
/// @param lines of the file
/// @param unknownRecords how many rows of each record type that nobody has described
public record FileSummary(TextEncoding encoding, int claims, int lines, Map<String, Integer> unknownRecords) {}
