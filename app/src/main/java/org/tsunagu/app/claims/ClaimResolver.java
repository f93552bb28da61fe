package org.tsunagu.app.claims;

import java.util.List;
import java.util.Locale;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.disease.Dialysis;
import org.tsunagu.claimsformat.disease.Diseases;
import org.tsunagu.claimsformat.drug.DrugGroups;
import org.tsunagu.claimsformat.master.CodeUse;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterTexts;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.codes.problem.Reporter;

/// Resolves the codes of claims while they are read (コードの解決). For one thread.
final class ClaimResolver {

    /// What the store is called where the place of a finding is told: no path of this machine.
    private static final String STORE = "masters";

    private final Masters masters;
    private final Diseases diseases;
    private final Dialysis dialysis;
    private final DrugGroups groups = new DrugGroups(List.of());
    private final CodeUse codes;

    ClaimResolver(Masters masters) {
        this.masters = masters;
        this.diseases = new Diseases(masters, List.of(), Locale.JAPANESE);
        this.dialysis = new Dialysis(masters, List.of());
        this.codes = new CodeUse(masters);
    }

    Taken take(int number, String entry, Claim claim) {
        var found = diseases.of(claim);
        for (var one : found) {
            if (!one.row().isUncoded()) {
                codes.code(MasterKind.DISEASE, one.row().code(), claim.careMonth());
            }
        }
        claim.decided().lines().forEach(line -> codes.line(line.code(), claim.careMonth()));
        var icd = found.stream().map(one -> one.disease().icd10()).toList();
        return new Taken(
                number,
                entry,
                claim,
                found,
                dialysis.of(claim, icd),
                Supply.of(claim, masters, groups),
                Taken.prescriptions(claim));
    }

    /// Says which masters are missing and which codes none of them knows.
    void report(Reporter reporter) {
        codes.report(reporter, MasterTexts.in(Locale.JAPANESE), STORE);
    }
}
