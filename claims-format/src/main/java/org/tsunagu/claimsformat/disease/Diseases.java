package org.tsunagu.claimsformat.disease;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsunagu.claimsformat.master.Field;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterTexts;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.claimsformat.master.Resolved;
import org.tsunagu.claimsformat.master.Resolved.How;
import org.tsunagu.codes.table.Correction;

/// Resolves the diseases of claims (傷病の解決): name, ICD-10, class, suspected or not. The code for a
/// disease in words (未コード化傷病名) is `0000999`. For one thread.
public final class Diseases {

    /// The code of a disease that is written in words.
    public static final String UNCODED = "0000999";

    private static final int MODIFIER = 4;
    private static final char FIRST_SUFFIX = '8';
    private static final int MOST_REMEMBERED = 1 << 16;

    private final Masters masters;
    private final MasterTexts texts;
    private final DiseaseClasses classes;
    private final LifestyleDiseases lifestyle;
    private final Suspicion suspicion;
    private final Map<Asked, Disease> known = new HashMap<>();

    /// What is asked again and again (問い合わせ).
    private record Asked(String code, String modifiers, YearMonth month) {}

    /// Resolves with these masters.
    ///
    /// @param language of what stands in the place of an unknown name
    public Diseases(Masters masters, List<Correction> corrections, Locale language) {
        this.masters = masters;
        this.texts = MasterTexts.in(language);
        this.classes = DiseaseClasses.of121(corrections);
        this.lifestyle = new LifestyleDiseases(corrections);
        this.suspicion = new Suspicion(corrections);
    }

    /// The middle classes in use.
    public DiseaseClasses classes() {
        return classes;
    }

    /// The 14 lifestyle groups in use.
    public LifestyleDiseases lifestyle() {
        return lifestyle;
    }

    /// A disease of a claim.
    ///
    /// @param modifiers codes of four digits without separators (修飾語コード)
    /// @param inWords the name in words of an uncoded disease (傷病名称)
    public Disease find(String code, String modifiers, String inWords, YearMonth month) {
        if (!inWords.isEmpty()) {
            return resolve(code, modifiers, inWords, month);
        }
        if (known.size() >= MOST_REMEMBERED) {
            known.clear();
        }
        return known.computeIfAbsent(
                new Asked(code, modifiers, month), asked -> resolve(code, modifiers, inWords, month));
    }

    private Disease resolve(String code, String modifiers, String inWords, YearMonth month) {
        var codes = cut(modifiers);
        var isSuspected = suspicion.of(codes, inWords);
        if (code.equals(UNCODED)) {
            var name = named(inWords.strip(), codes, month);
            return new Disease(code, name, "", Bucket.UNCODED.group(), Optional.empty(), isSuspected, How.IN_FORCE);
        }
        var found = masters.find(MasterKind.DISEASE, code, month);
        var name = named(plainName(found), codes, month);
        var icd = found.row().map(row -> row.text(Field.ICD10)).orElse("");
        return new Disease(code, name, icd, middle(found, icd), lifestyle.find(icd), isSuspected, found.how());
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

    /// Modifiers cut into their codes: a code is never looked for across the border of two others.
    static List<String> cut(String modifiers) {
        var codes = new ArrayList<String>();
        for (var at = 0; at < modifiers.length(); at += MODIFIER) {
            codes.add(modifiers.substring(at, Math.min(at + MODIFIER, modifiers.length())));
        }
        return codes;
    }

    /// Prefixes, name, suffixes: those from 8000 on stand behind the name.
    private String named(String plain, List<String> codes, YearMonth month) {
        if (codes.isEmpty()) {
            return plain;
        }
        var before = new StringBuilder();
        var after = new StringBuilder();
        for (var code : codes) {
            (code.charAt(0) >= FIRST_SUFFIX ? after : before).append(modifier(code, month));
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
