package org.tsunagu.checkupformat.csv;

import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Optional;

/// What a CSV does not say about the documents made from it (取込設定).
///
/// @param category 報告区分, 40 for employer checkups
/// @param programme プログラム種別, 030 for employer checkups; the main section follows from it
/// @param created day the documents are made; empty when it is not known
/// @param encoding encoding chosen by the user; empty to have it detected
public record CsvSettings(String category, String programme, Optional<LocalDate> created, Optional<Charset> encoding) {

    /// Employer checkups (事業者健診): 40 and 030, encoding detected.
    public static CsvSettings employer() {
        return new CsvSettings("40", "030", Optional.empty(), Optional.empty());
    }
}
