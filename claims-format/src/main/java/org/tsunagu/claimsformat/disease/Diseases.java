package org.tsunagu.claimsformat.disease;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.claim.DiseaseRow;
import org.tsunagu.claimsformat.claim.Suspected;
import org.tsunagu.claimsformat.master.Field;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterTexts;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.claimsformat.master.Resolved;
import org.tsunagu.claimsformat.master.Resolved.How;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.table.Correction;

/// Resolves the diseases of claims (傷病の解決): name, ICD-10, class, suspected or not. For one thread.
public final class Diseases {

    private static final String FIRST_SUFFIX = "8000";
    private static final String MOST_RESOURCES = "22";
    private static final int MOST_REMEMBERED = 1 << 16;

    private final Masters masters;
    private final MasterTexts texts;
    private final DiseaseClasses classes;
    private final LifestyleDiseases lifestyle;
    private final Map<Asked, Disease> known = new HashMap<>();

    /// What is asked again and again (問い合わせ).
    private record Asked(String code, List<String> modifiers, YearMonth month) {}

    /// Resolves with these masters.
    ///
    /// @param language of what stands in the place of an unknown name
    public Diseases(Masters masters, List<Correction> corrections, Locale language) {
        this.masters = masters;
        this.texts = MasterTexts.in(language);
        this.classes = DiseaseClasses.of121(corrections);
        this.lifestyle = new LifestyleDiseases(corrections);
    }

    /// The middle classes in use.
    public DiseaseClasses classes() {
        return classes;
    }

    /// The 14 lifestyle groups in use.
    public LifestyleDiseases lifestyle() {
        return lifestyle;
    }

    /// A disease of a claim with what the masters say of it (分類した傷病).
    ///
    /// @param isMain whether it is the main disease
    /// @param hasMostResources whether the claim records it as the one that drew most (DPC)
    public record Classified(DiseaseRow row, Disease disease, boolean isMain, boolean hasMostResources) {}

    /// The diseases of a claim as decided. Of a DPC claim, whose records name a disease more than once,
    /// each code counts where it comes first.
    public List<Classified> of(Claim claim) {
        var main = claim.mainDisease().map(row -> key(claim, row)).orElse("");
        var most = claim.diseases().stream()
                .filter(row -> row.diseaseKind().equals(MOST_RESOURCES))
                .findFirst()
                .map(row -> key(claim, row))
                .orElse("");
        var seen = new HashSet<String>();
        var found = new ArrayList<Classified>();
        for (var row : claim.diseases()) {
            var key = key(claim, row);
            if (seen.add(key)) {
                var disease = find(row, claim.careMonth());
                found.add(new Classified(row, disease, key.equals(main), key.equals(most)));
            }
        }
        return found;
    }

    /// What tells the diseases of a claim apart: the record, but the code in DPC claims.
    private static String key(Claim claim, DiseaseRow row) {
        return claim.kind() == Kind.DPC ? row.code() + row.name() : Integer.toString(row.sequence());
    }

    /// One disease in a care month.
    public Disease find(DiseaseRow row, YearMonth month) {
        if (!row.name().isEmpty() || !row.icd10().isEmpty()) {
            return resolve(row, month);
        }
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(new Asked(row.code(), row.modifiers(), month), asked -> resolve(row, month));
    }

    private Disease resolve(DiseaseRow row, YearMonth month) {
        var isSuspected = Suspected.is(row);
        if (row.isUncoded()) {
            var name = named(row.name().strip(), row.modifiers(), month);
            return new Disease(name, "", Bucket.UNCODED.group(), Optional.empty(), isSuspected, How.IN_FORCE);
        }
        var found = masters.find(MasterKind.DISEASE, row.code(), month);
        var name = named(plainName(found), row.modifiers(), month);
        var icd = found.row().map(master -> master.text(Field.ICD10)).orElse("");
        return new Disease(name, icd, middle(found, icd), lifestyle.find(icd), isSuspected, found.how());
    }

    private Group middle(Resolved found, String icd) {
        if (!found.isFound()) {
            return Bucket.UNRESOLVED.group();
        }
        return icd.isEmpty() ? Bucket.NOICD.group() : classes.find(icd).orElseGet(Bucket.UNCLASSIFIED::group);
    }

    private String plainName(Resolved found) {
        return found.row().map(row -> row.name()).orElseGet(() -> texts.unknown(MasterKind.DISEASE, found.code()));
    }

    /// Prefixes, name, suffixes: those from 8000 on stand behind the name.
    private String named(String plain, List<String> codes, YearMonth month) {
        if (codes.isEmpty()) {
            return plain;
        }
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (var code : codes) {
            (code.compareTo(FIRST_SUFFIX) >= 0 ? after : before).append(modifier(code, month));
        }
        return before.append(plain).append(after).toString();
    }

    private String modifier(String code, YearMonth month) {
        return masters.find(MasterKind.MODIFIER, code, month)
                .row()
                .map(row -> row.name())
                .orElseGet(() -> texts.unknown(MasterKind.MODIFIER, code));
    }
}
