package org.tsunagu.privacy.masking;

import java.math.BigDecimal;
import java.util.List;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The policies of masking (秘匿の基準): `masking-policies.tsv`.
public final class MaskingPolicies {

    private final Table table;

    private MaskingPolicies(Table table) {
        this.table = table;
    }

    /// Reads the table.
    ///
    /// @param corrections cells corrected on this installation; empty for the table as shipped
    public static MaskingPolicies read(List<Correction> corrections) {
        var resource = MaskingPolicies.class.getResourceAsStream("masking-policies.tsv");
        return new MaskingPolicies(
                Table.read("masking/masking-policies", resource).with(corrections));
    }

    /// A policy by its id.
    ///
    /// @throws IllegalArgumentException naming the policies there are, if there is none of that id
    public MaskingPolicy policy(String id) {
        return table.rows().stream()
                .filter(row -> row.key().equals(id))
                .findFirst()
                .map(MaskingPolicies::policy)
                .orElseThrow(() -> new IllegalArgumentException("no masking policy %s, only %s"
                        .formatted(id, table.rows().stream().map(Row::key).toList())));
    }

    /// The policy of the NDB guideline for a municipality (市区町村の人口区分).
    ///
    /// @param population its inhabitants
    public MaskingPolicy forMunicipality(long population) {
        return table.rows().stream()
                .filter(row -> !row.text("population_from").isEmpty()
                        || !row.text("population_below").isEmpty())
                .filter(row ->
                        row.decimal("population_from").orElse(BigDecimal.ZERO).longValueExact() <= population)
                .filter(row -> row.decimal("population_below")
                        .map(below -> population < below.longValueExact())
                        .orElse(true))
                .findFirst()
                .map(MaskingPolicies::policy)
                .orElseThrow();
    }

    private static MaskingPolicy policy(Row row) {
        var minimum = row.decimal("minimum").orElse(BigDecimal.ZERO).longValueExact();
        var mode = MaskingPolicy.Mode.valueOf(row.text("mode"));
        return new MaskingPolicy(row.key(), minimum, row.text("zero").equals("shown"), mode, row.basis());
    }
}
