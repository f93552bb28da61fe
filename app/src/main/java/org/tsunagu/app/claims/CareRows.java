package org.tsunagu.app.claims;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsunagu.codes.care.CareClaim;
import org.tsunagu.codes.care.CareDisease;
import org.tsunagu.codes.care.CareKind;
import org.tsunagu.codes.care.DrugForm;
import org.tsunagu.codes.care.DrugSupply;

/// Reads claims with their diseases and drugs from one row of the database (受診歴の読み出し). Diseases and
/// drugs come as arrays of texts with tabs between, which saves a query a claim; none of the cells can hold
/// a tab.
final class CareRows {

    /// Diseases of the claim `c` in their order.
    static final String DISEASES = "select d.icd10 || E'\\t' || d.class121 || E'\\t' || d.lifestyle14 || E'\\t'"
            + " || d.suspected || E'\\t' || d.main || E'\\t' || coalesce(d.start_day::text, '')"
            + " from claims.claim_disease d where d.claim_id = c.id order by d.seq";

    /// Drugs of the claim `c` in their order.
    static final String DRUGS = "select g.code || E'\\t' || g.price_list_code || E'\\t' || g.groups || E'\\t' || g.form"
            + " || E'\\t' || g.from_day || E'\\t' || g.days"
            + " from claims.claim_drug g where g.claim_id = c.id order by g.seq";

    private static final int INGREDIENT = 7;
    private static final String TRUE = "true";

    private CareRows() {}

    static CareClaim claim(ResultSet row) throws SQLException {
        var institution = row.getString(6);
        var prescriber = row.getString(9);
        return new CareClaim(
                row.getLong(2),
                YearMonth.from(row.getObject(3, LocalDate.class)),
                CareKind.valueOf(row.getString(4)),
                row.getBoolean(5),
                institution,
                row.getInt(7),
                row.getBoolean(8),
                diseases((String[]) row.getArray(10).getArray()),
                drugs((String[]) row.getArray(11).getArray(), prescriber.isEmpty() ? institution : prescriber));
    }

    private static List<CareDisease> diseases(String[] texts) {
        var diseases = new ArrayList<CareDisease>(texts.length);
        for (var text : texts) {
            var cells = text.split("\t", -1);
            diseases.add(new CareDisease(
                    cells[0],
                    cells[1],
                    cells[2],
                    cells[3].equals(TRUE),
                    cells[4].equals(TRUE),
                    cells[5].isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(cells[5]))));
        }
        return diseases;
    }

    private static List<DrugSupply> drugs(String[] texts, String prescriber) {
        var drugs = new ArrayList<DrugSupply>(texts.length);
        for (var text : texts) {
            var cells = text.split("\t", -1);
            var listed = cells[1].length() < INGREDIENT ? cells[0] : cells[1].substring(0, INGREDIENT);
            drugs.add(new DrugSupply(
                    cells[0],
                    listed,
                    groups(cells[2]),
                    prescriber,
                    DrugForm.valueOf(cells[3]),
                    LocalDate.parse(cells[4]),
                    Integer.parseInt(cells[5])));
        }
        return drugs;
    }

    private static Set<String> groups(String text) {
        return Arrays.stream(text.split(",")).filter(group -> !group.isEmpty()).collect(Collectors.toSet());
    }
}
