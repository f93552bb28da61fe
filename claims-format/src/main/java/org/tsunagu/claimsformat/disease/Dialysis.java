package org.tsunagu.claimsformat.disease;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.master.Field;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterRow;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.claimsformat.master.Resolved.How;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// Whether a claim shows dialysis (人工透析), `dialysis-acts.tsv`: an act of the sections there, or
/// special note 02 or 16 beside a renal failure. Without the master of acts the codes of one known
/// edition are used.
public final class Dialysis {

    private final Masters masters;
    private final List<Row> sections;
    private final Set<String> codes;
    private final Set<String> notes;
    private final List<IcdRanges> renalFailure;
    private final Map<YearMonth, Map<String, Boolean>> known = new HashMap<>();

    /// Reads the table.
    public Dialysis(Masters masters, List<Correction> corrections) {
        var rows = Table.read("disease/dialysis-acts", Dialysis.class.getResourceAsStream("dialysis-acts.tsv"))
                .with(corrections)
                .rows();
        this.masters = masters;
        this.sections = of("section", rows);
        this.codes = values("code", rows);
        this.notes = values("special_note", rows);
        this.renalFailure =
                values("renal_icd10", rows).stream().map(IcdRanges::of).toList();
    }

    private static List<Row> of(String what, List<Row> rows) {
        return rows.stream().filter(row -> row.text("what").equals(what)).toList();
    }

    private static Set<String> values(String what, List<Row> rows) {
        return of(what, rows).stream().map(row -> row.text("value")).collect(Collectors.toCollection(HashSet::new));
    }

    /// Whether an act is dialysis in a care month.
    public boolean isAct(String code, YearMonth month) {
        return known.computeIfAbsent(month, first -> new HashMap<>())
                .computeIfAbsent(code, asked -> isDialysis(asked, month));
    }

    private boolean isDialysis(String code, YearMonth month) {
        var found = masters.find(MasterKind.ACT, code, month);
        return found.how() == How.NOT_LOADED
                ? codes.contains(code)
                : found.row().filter(this::isInSections).isPresent();
    }

    private boolean isInSections(MasterRow act) {
        return sections.stream()
                .anyMatch(row -> row.text("letter").equals(act.text(Field.SECTION_LETTER))
                        && row.text("number").equals(act.text(Field.SECTION_NUMBER))
                        && row.text("branch").equals(act.text(Field.SECTION_BRANCH))
                        && row.text("notice_kind").equals(act.text(Field.NOTICE_KIND)));
    }

    /// Whether a claim shows dialysis: by an act, or by a special note beside a renal failure.
    public boolean of(Claim claim, List<String> icd10) {
        return isNoted(claim.specialNotes(), icd10)
                || claim.decided().lines().stream()
                        .anyMatch(line -> line.record().equals("SI") && isAct(line.code(), claim.careMonth()));
    }

    /// Whether special notes (特記事項) and diseases together say so.
    ///
    /// @param icd10 codes of the diseases of the same claim
    public boolean isNoted(List<String> specialNotes, List<String> icd10) {
        return specialNotes.stream().anyMatch(notes::contains)
                && icd10.stream()
                        .map(Icd10::normal)
                        .anyMatch(icd -> renalFailure.stream().anyMatch(ranges -> ranges.has(icd)));
    }
}
