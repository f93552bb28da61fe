package org.tsunagu.rules.legal;

import java.util.List;
import java.util.Optional;
import org.tsunagu.codes.table.Correction;
import org.tsunagu.codes.table.Row;
import org.tsunagu.codes.table.Table;

/// The tables about who may hand whose data to whom (情報提供の根拠に関する表).
///
/// @param basis the legal grounds, `legal-basis.tsv`
/// @param parties who asks and who is asked
/// @param classes kinds of data
/// @param purposes what data may be used for, with the usual length of a consent
/// @param matrix the cells of the comparison before and after the change of the law
/// @param parameters what an insurer may choose where sources disagree
/// @param disaster what may be given without consent in a disaster
/// @param provision the article by which no consent is needed where a law says that data are given
public record LegalTables(
        Table basis,
        Table parties,
        Table classes,
        Table purposes,
        Table matrix,
        Table parameters,
        Table disaster,
        Table provision) {

    private static final String ADOPTED = "PROVISION";

    private static final LegalTables SHIPPED = read(List.of());

    /// The tables as shipped.
    public static LegalTables shipped() {
        return SHIPPED;
    }

    /// The tables with corrected cells.
    public static LegalTables read(List<Correction> corrections) {
        return new LegalTables(
                table("legal-basis", corrections),
                table("parties", corrections),
                table("data-classes", corrections),
                table("purposes", corrections),
                table("matrix", corrections),
                table("parameters", corrections),
                table("disaster", corrections),
                table("provision", corrections));
    }

    private static Table table(String name, List<Correction> corrections) {
        return Table.read("legal/" + name, LegalTables.class.getResourceAsStream(name + ".tsv"))
                .with(corrections);
    }

    /// All of them.
    public List<Table> all() {
        return List.of(basis, parties, classes, purposes, matrix, parameters, disaster, provision);
    }

    /// The article by which no consent is needed where a law says that data are given (法令に基づく第三者提供).
    public static Row adoptedProvision() {
        return row(SHIPPED.provision, ADOPTED).orElseThrow();
    }

    /// The row of a table with a key; empty when there is none.
    public static Optional<Row> row(Table table, String key) {
        return table.rows().stream().filter(row -> row.key().equals(key)).findFirst();
    }

    /// The kind of party that an insurer number belongs to (保険者番号による保険者の種類); empty when
    /// the number does not say.
    ///
    /// @param digits eight digits
    public Optional<String> partyOf(String digits) {
        return parties.rows().stream()
                .filter(row -> !row.text("insurer_number").isEmpty() && digits.matches(row.text("insurer_number")))
                .map(Row::key)
                .findFirst();
    }

    /// Whether parties of a kind are known by insurer numbers (保険者番号の有無).
    boolean hasNumbers(String party) {
        return row(parties, party)
                .filter(one -> !one.text("insurer_number").isEmpty())
                .isPresent();
    }

    /// Whether a kind of data may be given on an ordinary consent (通常の同意で提供できる情報).
    public boolean isOrdinary(String dataClass) {
        return row(classes, dataClass)
                .filter(row -> row.text("ordinary_consent").equals("true"))
                .isPresent();
    }
}
