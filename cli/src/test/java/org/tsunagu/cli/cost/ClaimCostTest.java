package org.tsunagu.cli.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

/// From claim files and masters to diseases, their cost and the tables.
class ClaimCostTest {

    static final Path MASTERS = Path.of("../claims-format/src/test/resources/org/tsunagu/claimsformat/master/sample");
    static final String MEDICAL = """
            IR,1,13,1,1234567,,,202408,00,
            RE,1,1112,202407,,2,19700101
            HO,01234567,,1,1,1000,,,,,,,,
            SY,9900001,20240101,1,,,01,
            SI,11,1,190000001,,1000,1
            RE,2,1112,202407,,2,19800101
            HO,01234567,,2,2,600,,,,,,,,
            SY,9900004,20240101,1,8002,,,
            SY,9900001,20240201,2,,,01,
            SI,11,1,190000001,,600,1
            RE,3,1112,202407,,1,19500101
            HO,01234567,,3,1,900,,,,,,,,
            SY,8838580,20240101,1,,,,
            SI,11,1,199999999,,900,1
            RE,4,1111,202407,,1,19300101
            HO,01234567,,4,3,5000,,9,5760,,,,,
            SI,11,1,190000001,,5000,1
            """;
    static final String DISPENSING = """
            YK,1,13,4,7654321,,202408,00,
            RE,1,4112,202408,,2,19700101,,,13,1,1234567
            HO,01234567,,1,1,350,,,,,,,,
            SH,1,1,,,,,,,
            CZ,1,20240730,20240801,1,7,1,,,,,,,350
            """;

    @TempDir
    static Path folder;

    static Path store;

    @BeforeAll
    static void write() throws IOException {
        store = folder.resolve("store");
        Cli.run("masters", "load", MASTERS, "--masters", store);
        Files.createDirectories(folder.resolve("in"));
        write("RECEIPTC.UKE", MEDICAL);
        write("RECEIPTY.UKE", DISPENSING);
    }

    private static void write(String name, String lines) throws IOException {
        Files.writeString(
                folder.resolve("in").resolve(name), lines.replace("\n", "\r\n"), Charset.forName("windows-31j"));
    }

    static Cli run(Path out, Object... more) {
        var words =
                Stream.concat(Stream.of("claims", folder.resolve("in"), "--out", out, "--lang", "en"), Stream.of(more));
        return Cli.run(words.toArray());
    }

    @Test
    void diseases_have_names_classes_and_shares_that_add_up_claim_by_claim() {
        var out = folder.resolve("out");
        var call = run(out, "--masters", store);

        assertThat(call.err()).isEmpty();
        var rows = Csv.read(out.resolve("diseases.csv"));
        assertThat(rows).hasSize(4);
        assertThat(rows.get(1).getFields())
                .startsWith("1-2", "1", "9900004", "みほん病04の疑い", "E119", "0402", "3", "2024-01-01", "1", "0", "1");
        assertThat(rows.get(2).getField("main")).isEqualTo("1");
        assertThat(rows.get(2).getField("outcome")).isEqualTo("2");
        assertThat(rows.get(3).getField("class121")).isEqualTo("UNRESOLVED");
        assertThat(rows.get(3).getField("name")).isEqualTo("[unknown disease: 8838580]");
        var claims = Csv.read(out.resolve("claims.csv")).stream()
                .collect(Collectors.toMap(row -> row.getField("claim_id"), row -> row));
        assertThat(claims.get("1-2").getField("main_icd10")).isEqualTo("I10");
        var sums = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("claim_id"),
                        Collectors.summingLong(row -> Long.parseLong(row.getField("points_pdm")))));
        sums.forEach((claim, sum) ->
                assertThat(claims.get(claim).getField("points_decided")).isEqualTo(String.valueOf(sum)));
    }

    @Test
    void the_tables_reconcile_with_the_total_cost_in_every_classification_and_method() {
        var out = folder.resolve("tables");
        run(out, "--masters", store, "--members", 10);

        var summary = Csv.read(out.resolve("cost_summary.csv"));
        var cost = summary.stream()
                .mapToLong(row -> Long.parseLong(row.getField("cost_yen")))
                .sum();
        assertThat(cost).isEqualTo(10 * (1000 + 600 + 900 + 5000 + 350) + 5760);
        var rows = Csv.read(out.resolve("cost_by_age_disease.csv"));
        var sums = rows.stream()
                .filter(row -> !row.getField("group").equals("total"))
                .collect(Collectors.groupingBy(
                        row -> row.getField("classification") + row.getField("method"),
                        Collectors.summingLong(row -> Long.parseLong(row.getField("cost_yen")))));
        assertThat(sums).hasSize(12);
        assertThat(sums.values()).containsOnly(cost);
        assertThat(summary.getFirst().getField("kind")).isEqualTo("MED");
        assertThat(summary.getFirst().getField("cost_per_member")).isNotEmpty();
    }

    @Test
    void dispensing_counts_with_the_disease_it_was_prescribed_for() {
        var out = folder.resolve("dispensing");
        run(out, "--masters", store);

        var row = find(
                out, Map.of("classification", "lifestyle14", "method", "MAXRES", "age_band", "50-59", "group", "1"));

        assertThat(row.getField("cost_yen")).isEqualTo("13500");
        assertThat(row.getField("cost_thousand_yen")).isEqualTo("14");
        assertThat(row.getField("cost_share")).isEqualTo("100.0");
        assertThat(row.getField("cost_rank")).isEqualTo("1");
        assertThat(row.getField("claims")).isEqualTo("1");
        assertThat(row.getField("certainty")).isEqualTo("unconfirmed");
        assertThat(find(
                                out,
                                Map.of(
                                        "classification",
                                        "lifestyle14",
                                        "method",
                                        "PDM",
                                        "age_band",
                                        "75 and over",
                                        "group",
                                        "OTHER"))
                        .getField("cost_yen"))
                .isEqualTo("55760");
    }

    private static NamedCsvRecord find(Path out, Map<String, String> cells) {
        return Csv.read(out.resolve("cost_by_age_disease.csv")).stream()
                .filter(row -> cells.entrySet().stream()
                        .allMatch(cell -> row.getField(cell.getKey()).equals(cell.getValue())))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void unknown_codes_are_findings_and_a_line_of_the_summary() {
        var out = folder.resolve("unknown");
        var call = run(out, "--masters", store);

        assertThat(Csv.read(out.resolve("findings.csv")).stream()
                        .filter(row -> row.getField("check").equals("CLM-CODE-UNRESOLVED"))
                        .map(row -> row.getField("message")))
                .hasSize(2)
                .anyMatch(message -> message.contains("disease code 8838580"))
                .anyMatch(message -> message.contains("medical act code 199999999"));
        assertThat(call.out())
                .contains("disease: 1 codes are in no master (1 of 4 uses)")
                .contains("of which without a disease class");
    }

    @Test
    void without_masters_claims_are_read_and_it_is_said_what_is_missing() {
        var out = folder.resolve("without");
        var call = run(out, "--masters", folder.resolve("none"));

        assertThat(call.out()).contains("there are no tables of diseases");
        assertThat(Csv.read(out.resolve("findings.csv")).stream()
                        .filter(row -> row.getField("check").equals("CLM-MASTER-MISSING"))
                        .map(row -> row.getField("message")))
                .hasSize(2)
                .allMatch(message -> message.contains("tsunagu masters load"));
        assertThat(Csv.column(out.resolve("diseases.csv"), "class121")).containsOnly("UNRESOLVED");
    }

    @Test
    void the_report_has_the_tables_with_method_editions_and_shares() throws IOException {
        var out = folder.resolve("report");
        run(out, "--masters", store);

        assertThat(Files.readString(out.resolve("report.html")))
                .contains("Cost of lifestyle diseases by age (disease with the most resources (estimated))")
                .contains("disease 2024-06-01", "Share of cost without a disease class", "①")
                .contains("70-74 (thousand yen)");
        try (var files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "claims.csv",
                            "lines.csv",
                            "diseases.csv",
                            "cost_by_age_disease.csv",
                            "cost_summary.csv",
                            "findings.csv",
                            "report.html");
        }
    }

    @Test
    void an_unusable_number_of_members_is_refused() {
        assertThat(run(folder.resolve("x"), "--members", 0).status()).isEqualTo(2);
    }

    @Test
    void the_published_sample_goes_through_where_it_is_at_hand() {
        var sample = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/samples/claims/RECEIPTC_GAIRAI_SAMPLE.UKE"))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(sample.isPresent(), "no published sample here");
        var out = folder.resolve("sample");

        Cli.run("claims", sample.get(), "--out", out, "--masters", store, "--lang", "en");

        assertThat(Csv.read(out.resolve("diseases.csv"))).hasSize(9);
        assertThat(List.copyOf(Csv.read(out.resolve("cost_summary.csv")))).hasSize(2);
    }
}
