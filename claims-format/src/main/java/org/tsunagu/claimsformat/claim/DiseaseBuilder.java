package org.tsunagu.claimsformat.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsunagu.claimsformat.record.RecordCode;

/// Makes the disease rows of a claim (傷病名の組立て). A dental record may hold several codes of seven digits.
final class DiseaseBuilder {

    private static final int CODE = 7;
    private static final int MODIFIER = 4;
    private static final int HS = RecordCode.of("HS");
    private static final String MAIN = "01";

    private final FileContext file;
    private final String claim;

    DiseaseBuilder(FileContext file, String claim) {
        this.file = file;
        this.claim = claim;
    }

    List<DiseaseRow> build(List<Entry> entries) {
        var diseases = new ArrayList<DiseaseRow>();
        for (var entry : entries) {
            if (entry.role() == RecordRole.DISEASE && !entry.isDonor()) {
                for (var code : codes(entry)) {
                    diseases.add(disease(diseases.size() + 1, entry, code));
                }
            }
        }
        return diseases;
    }

    private static List<String> codes(Entry entry) {
        var text = entry.row().text(entry.column("code"));
        return entry.code() == HS && text.length() > CODE && text.length() % CODE == 0
                ? pieces(text, CODE)
                : List.of(text);
    }

    private static List<String> pieces(String text, int length) {
        if (text.isEmpty()) {
            return List.of();
        }
        var pieces = new ArrayList<String>();
        for (var i = 0; i < text.length(); i += length) {
            pieces.add(text.substring(i, Math.min(text.length(), i + length)));
        }
        return pieces;
    }

    private DiseaseRow disease(int sequence, Entry entry, String code) {
        var row = entry.row();
        return new DiseaseRow(
                sequence,
                entry.record(),
                code,
                pieces(row.text(entry.column("modifiers")), MODIFIER),
                row.text(entry.column("name")),
                start(entry),
                row.text(entry.column("outcome")),
                row.text(entry.column("main")).equals(MAIN),
                row.text(entry.column("disease_kind")),
                row.text(entry.column("icd10")),
                row.fileLine());
    }

    private Optional<LocalDate> start(Entry entry) {
        var column = entry.column("start");
        if (entry.row().isBlank(column)) {
            return Optional.empty();
        }
        var day = file.dates().day(entry.row(), column);
        if (day.isEmpty()) {
            file.report("CLM-DISEASE-DATE", entry.row().fileLine(), claim);
        }
        return day;
    }
}
