package org.tsunagu.app.claims;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.Line;
import org.tsunagu.claimsformat.drug.Drug;
import org.tsunagu.claimsformat.drug.DrugGroups;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.care.DrugForm;
import org.tsunagu.codes.table.Table;

/// A drug of a claim (処方・調剤された薬剤); how it is taken by `supply-forms.tsv`.
///
/// @param careClass as the line says it; of dispensing the form of the prescription
/// @param days 0 for what is not counted in days
record Supply(
        int seq,
        String code,
        Known known,
        String careClass,
        DrugForm form,
        LocalDate from,
        int days,
        Optional<BigDecimal> quantity) {

    private static final String DRUG_RECORD = "IY";
    private static final char FIRST_OF_DRUGS = '6';
    private static final Map<String, Way> WAYS = read();

    /// How a drug is taken, and whether its number of times are days.
    private record Way(DrugForm form, boolean isInDays) {}

    /// What the master says of it; all empty when it does not know it.
    ///
    /// @param groups keys of therapeutic groups, with commas between
    record Known(String name, String priceListCode, String groups) {
        static Known of(String code, Claim claim, Masters masters, DrugGroups groups) {
            return of(
                    masters.find(MasterKind.DRUG, code, claim.careMonth()).row().map(Drug::of), groups);
        }

        static Known of(Optional<Drug> drug, DrugGroups groups) {
            return drug.map(found -> new Known(
                            found.name(), found.priceListCode(), String.join(",", groups.of(found.priceListCode()))))
                    .orElse(new Known("", "", ""));
        }
    }

    private static Map<String, Way> read() {
        var ways = new HashMap<String, Way>();
        for (var row : Table.read("claims/supply-forms", Supply.class.getResourceAsStream("supply-forms.tsv"))
                .rows()) {
            ways.put(
                    row.text("kind") + row.text("care_class"),
                    new Way(
                            DrugForm.valueOf(row.text("form")),
                            row.text("in_days").equals("yes")));
        }
        return ways;
    }

    /// The drugs of a claim as decided, in their order.
    static List<Supply> of(Claim claim, Masters masters, DrugGroups groups) {
        var isDispensing = claim.kind() == Kind.DISPENSING;
        var prescribed = prescribed(claim);
        var supplies = new ArrayList<Supply>();
        for (var line : claim.decided().lines()) {
            if (line.record().equals(DRUG_RECORD)
                    && !line.code().isEmpty()
                    && line.code().charAt(0) == FIRST_OF_DRUGS) {
                var key = (isDispensing ? Kind.DISPENSING.tag() : "VISIT") + line.careClass();
                var way = WAYS.getOrDefault(key, new Way(DrugForm.OTHER, false));
                supplies.add(new Supply(
                        supplies.size() + 1,
                        line.code(),
                        Known.of(line.code(), claim, masters, groups),
                        line.careClass(),
                        way.form(),
                        isDispensing
                                ? prescribed.getOrDefault(line.unit(), Completeness.day(claim.careMonth()))
                                : Completeness.day(claim.careMonth()),
                        way.isInDays() ? Math.max(0, line.times()) : 0,
                        line.quantity()));
            }
        }
        return supplies;
    }

    /// The day of each prescription of a dispensing claim.
    private static Map<Integer, LocalDate> prescribed(Claim claim) {
        var days = new HashMap<Integer, LocalDate>();
        for (Line line : claim.decided().lines()) {
            line.date().ifPresent(day -> days.putIfAbsent(line.unit(), day));
        }
        return days;
    }
}
