package org.tsunagu.cli.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsunagu.claimsformat.allocation.CostColumn;
import org.tsunagu.claimsformat.allocation.CostGroups;
import org.tsunagu.claimsformat.allocation.CostResult;
import org.tsunagu.claimsformat.allocation.CostSettings;
import org.tsunagu.claimsformat.allocation.Fraction;
import org.tsunagu.claimsformat.allocation.KindSum;
import org.tsunagu.claimsformat.allocation.Method;
import org.tsunagu.claimsformat.disease.Group;
import org.tsunagu.cli.csv.CsvBytes;
import org.tsunagu.cli.output.OutputFolder;
import org.tsunagu.codes.table.Certainty;

/// Writes the cost tables as CSV (医療費表の書き出し).
public final class CostRows {

    /// One row a classification, method, age band and group.
    public static final String TABLES = "cost_by_age_disease.csv";
    /// One row a kind of claim.
    public static final String SUMMARY = "cost_summary.csv";

    private static final List<String> TABLE_COLUMNS = List.of(
            "classification",
            "method",
            "age_band",
            "group",
            "name",
            "cost_yen",
            "cost_thousand_yen",
            "cost_share",
            "cost_rank",
            "claims",
            "claims_share",
            "claims_rank",
            "certainty");
    private static final List<String> SUMMARY_COLUMNS = List.of(
            "kind",
            "place",
            "payers",
            "claims",
            "days",
            "points",
            "meal_yen",
            "cost_yen",
            "cost_per_claim",
            "days_per_claim",
            "cost_per_day",
            "claims_per_member",
            "cost_per_member");
    private static final String TOTAL = "total";
    private static final int RATE = 4;

    private final CostSettings settings;
    private final CostResult result;
    private final Locale language;
    private final CsvBytes csv = new CsvBytes();

    /// Writes the tables of a result.
    public CostRows(CostSettings settings, CostResult result, Locale language) {
        this.settings = settings;
        this.result = result;
        this.language = language;
    }

    /// Writes all tables.
    public void tables(OutputFolder folder) {
        heading(TABLE_COLUMNS);
        for (var kind : CostGroups.Kind.values()) {
            for (var method : Method.values()) {
                table(CostTable.of(kind, method, settings, result));
            }
        }
        folder.file(TABLES).write(csv);
        csv.clear();
    }

    private void heading(List<String> columns) {
        columns.forEach(csv::cell);
        csv.endRow();
    }

    private void table(CostTable table) {
        for (var band : table.bands()) {
            var cost = table.cost(band);
            var claims = table.claims(band);
            for (var i = 0; i < table.groups().size(); i++) {
                var number = table.groups().get(i);
                begin(table, band, table.group(number));
                csv.word(Long.toString(table.cells().yen(band, number)));
                cells(cost, i, true);
                cells(claims, i, table.method().isWhole());
                csv.word(certainty(table.method(), table.group(number)));
                csv.endRow();
            }
            total(table, band, cost, claims);
            other(table, band);
        }
    }

    private void begin(CostTable table, int band, Group group) {
        begin(table, band, group.code(), group.name(language));
    }

    private void begin(CostTable table, int band, String code, String name) {
        csv.word(word(table.kind()))
                .word(table.method().name())
                .word(table.band(band).nameEn())
                .word(code)
                .cell(name);
    }

    /// The word of a classification in files.
    private static String word(CostGroups.Kind kind) {
        return switch (kind) {
            case LIFESTYLE14 -> "lifestyle14";
            case CLASS121 -> "class121";
            case SMALL82 -> "small82_proposed";
        };
    }

    private void cells(CostColumn column, int row, boolean isShown) {
        if (!isShown) {
            csv.empty().empty().empty();
            return;
        }
        var rank = column.rank(row);
        csv.word(Long.toString(column.values().get(row)))
                .word(text(column.share(row)))
                .word(rank.isPresent() ? Integer.toString(rank.getAsInt()) : "");
    }

    private void total(CostTable table, int band, CostColumn cost, CostColumn claims) {
        begin(table, band, TOTAL, "");
        csv.word(Long.toString(table.yen(band)))
                .word(Long.toString(cost.total()))
                .word(whole(cost));
        csv.empty();
        if (table.method().isWhole()) {
            csv.word(Long.toString(claims.total())).word(whole(claims)).empty();
        } else {
            csv.empty().empty().empty();
        }
        csv.empty();
        csv.endRow();
    }

    private static String whole(CostColumn column) {
        return text(CostColumn.share(column.total(), column.total()));
    }

    /// What the classification does not have stands below the total and has no share.
    private void other(CostTable table, int band) {
        if (table.kind() == CostGroups.Kind.CLASS121) {
            return; // its buckets have it all
        }
        var yen = table.cells().yen(band, table.other());
        begin(table, band, table.group(table.other()));
        csv.word(Long.toString(yen))
                .word(Long.toString(CostColumn.thousands(yen)))
                .empty()
                .empty();
        csv.word(table.method().isWhole() ? Long.toString(table.cells().claims(band, table.other())) : "");
        csv.empty().empty().word(certainty(table.method(), table.group(table.other())));
        csv.endRow();
    }

    private static String certainty(Method method, Group group) {
        return Certainty.weakest(Stream.of(method.row().basis().certainty(), group.certainty()))
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private static String text(Optional<BigDecimal> share) {
        return share.map(BigDecimal::toPlainString).orElse("");
    }

    /// Writes the sums by kind.
    ///
    /// @param members people enrolled on average; empty when nobody said
    public void summary(OutputFolder folder, Optional<Long> members) {
        heading(SUMMARY_COLUMNS);
        result.sums().forEach((key, sum) -> summary(key.split(" "), sum, members));
        folder.file(SUMMARY).write(csv);
        csv.clear();
    }

    private void summary(String[] key, KindSum sum, Optional<Long> members) {
        csv.word(key[0])
                .word(key[1])
                .word(key.length > 2 ? "public" : "insured")
                .word(Long.toString(sum.claims()))
                .word(Long.toString(sum.days()))
                .word(Long.toString(sum.points()))
                .word(Long.toString(sum.mealYen()))
                .word(Long.toString(sum.yen()));
        csv.word(quotient(sum.yen(), sum.claims(), 0))
                .word(quotient(sum.days(), sum.claims(), 2))
                .word(quotient(sum.yen(), sum.days(), 0))
                .word(members.map(people -> quotient(sum.claims(), people, RATE))
                        .orElse(""))
                .word(members.map(people -> quotient(sum.yen(), people, 0)).orElse(""));
        csv.endRow();
    }

    private static String quotient(long above, long below, int decimals) {
        return below == 0 ? "" : Fraction.of(above, below).rounded(decimals).toPlainString();
    }
}
