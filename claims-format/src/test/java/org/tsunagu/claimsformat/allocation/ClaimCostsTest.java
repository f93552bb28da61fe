package org.tsunagu.claimsformat.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.claimsformat.claim.Claim;
import org.tsunagu.claimsformat.disease.Dialysis;
import org.tsunagu.claimsformat.disease.Diseases;
import org.tsunagu.claimsformat.master.MasterLoader;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.claimsformat.master.Masters;

class ClaimCostsTest {

    static final Path SAMPLE = Path.of("src/test/resources/org/tsunagu/claimsformat/master/sample");
    static final String HYPERTENSION = "9900001";
    static final String DIABETES = "9900004";
    static final String KIDNEY = "9900007";
    static final String COLD = "9900029";
    static final String OUTPATIENT = "1112";
    static final String INPATIENT = "1111";
    static final CostSettings SETTINGS = CostSettings.shipped();

    @TempDir
    static Path folder;

    static Masters masters;

    @BeforeAll
    static void load() {
        var store = MasterStore.open(folder.resolve("store"), problem -> {});
        MasterLoader.load(SAMPLE, store, problem -> {});
        masters = Masters.of(store);
    }

    final Map<String, Long> shares = new HashMap<>();

    CostResult run(List<Claim> claims) {
        var diseases = new Diseases(masters, List.of(), Locale.JAPANESE);
        var dialysis = new Dialysis(masters, List.of());
        var temporary = folder.resolve("claims.tmp");
        try (var costs = new ClaimCosts(temporary, SETTINGS)) {
            for (var claim : claims) {
                var found = diseases.of(claim);
                var texts = IntStream.range(0, found.size())
                        .mapToObj(i -> (claim.id() + "/" + i).getBytes(StandardCharsets.UTF_8))
                        .toList();
                var icd = found.stream().map(one -> one.disease().icd10()).toList();
                costs.add(claim, found, dialysis.of(claim, icd), texts);
            }
            var result = costs.finish((text, points) -> shares.put(new String(text, StandardCharsets.UTF_8), points));
            assertThat(result.isExact()).isTrue();
            return result;
        } finally {
            assertThat(Files.exists(temporary)).isFalse();
        }
    }

    long yen(CostResult result, CostGroups.Kind kind, Method method, String code) {
        var groups = SETTINGS.groups().of(kind);
        for (var i = 0; i < groups.size(); i++) {
            if (groups.get(i).code().equals(code)) {
                return result.cells(kind, method).groupYen(i);
            }
        }
        throw new AssertionError(code);
    }

    @Test
    void the_worked_example_goes_through_claims_masters_and_classes() {
        run(new WrittenClaims()
                .medical("1", OUTPATIENT, "202407", 1, 1000, HYPERTENSION)
                .medical("2", OUTPATIENT, "202407", 2, 600, HYPERTENSION, DIABETES)
                .medical("3", OUTPATIENT, "202407", 1, 900, HYPERTENSION, DIABETES, COLD)
                .read());

        assertThat(shares)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "1-1/0", 1000L, "1-2/0", 457L, "1-2/1", 143L, "1-3/0", 443L, "1-3/1", 139L, "1-3/2", 318L));
    }

    @Test
    void each_method_gives_the_money_in_its_way() {
        var result = run(new WrittenClaims()
                .medical("1", OUTPATIENT, "202407", 1, 1000, HYPERTENSION)
                .medical("2", OUTPATIENT, "202407", 2, 600, HYPERTENSION, DIABETES + "*")
                .read());

        assertThat(yen(result, CostGroups.Kind.LIFESTYLE14, Method.MAIN, "3")).isEqualTo(6_000);
        assertThat(yen(result, CostGroups.Kind.LIFESTYLE14, Method.MAXRES, "1")).isEqualTo(16_000);
        assertThat(yen(result, CostGroups.Kind.LIFESTYLE14, Method.EQUAL, "1")).isEqualTo(13_000);
        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.MAIN, "0402")).isEqualTo(6_000);
        assertThat(result.cells(CostGroups.Kind.LIFESTYLE14, Method.MAXRES).totalClaims())
                .isEqualTo(2);
        assertThat(result.cells(CostGroups.Kind.LIFESTYLE14, Method.PDM).totalClaims())
                .as("shares of claims are not counted")
                .isZero();
    }

    @Test
    void what_has_no_class_is_in_a_bucket_and_totals_reconcile() {
        var result = run(new WrittenClaims()
                .medical("1", OUTPATIENT, "202407", 1, 100)
                .medical("2", OUTPATIENT, "202407", 1, 200, "0000999")
                .medical("3", OUTPATIENT, "202407", 1, 300, "8838580")
                .medical("4", OUTPATIENT, "202407", 1, 400, "9900901")
                .medical("5", OUTPATIENT, "202407", 1, 500, "9900052")
                .read());

        assertThat(List.of("NODISEASE", "UNCODED", "UNRESOLVED", "NOICD", "UNCLASSIFIED"))
                .extracting(bucket -> yen(result, CostGroups.Kind.CLASS121, Method.PDM, bucket))
                .containsExactly(1_000L, 2_000L, 3_000L, 4_000L, 5_000L);
        assertThat(yen(result, CostGroups.Kind.LIFESTYLE14, Method.PDM, "OTHER"))
                .isEqualTo(15_000);
        assertThat(result.decidedYen()).isEqualTo(15_000);
    }

    @Test
    void kidney_disease_is_told_apart_by_dialysis_on_the_same_claim() {
        var result = run(new WrittenClaims()
                .medical("1", OUTPATIENT, "202407", 1, 100, KIDNEY)
                .medical("2", OUTPATIENT, "202407", 1, 2100, KIDNEY)
                .medicalLine("SI,40,1,190100001,,0,1")
                .read());

        assertThat(yen(result, CostGroups.Kind.SMALL82, Method.MAIN, "6")).isEqualTo(1_000);
        assertThat(yen(result, CostGroups.Kind.SMALL82, Method.MAIN, "5")).isEqualTo(21_000);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        // prescription, its fees, the rest, then points unmatched and joined to 2024-06 and 2024-07
        "same month, 20240705:300, 50, 0, 0, 350",
        "handed out a month later, 20240628:300, 50, 0, 350, 0",
        "two months split with their rest, 20240628:100 20240705:300, 40, 0, 110, 330",
        "a month without a claim, 20240305:300, 50, 350, 0, 0",
        "one of two months without a claim, 20240305:100 20240705:300, 40, 110, 0, 330",
        "no prescription, , 50, 50, 0, 0",
    })
    void dispensing_follows_its_prescription(
            String what, String prescriptions, long rest, long unmatched, long june, long july) {
        var fees = prescriptions == null ? new String[0] : prescriptions.split(" ");
        var result = run(new WrittenClaims()
                .medical("1", OUTPATIENT, "202406", 1, 1000, HYPERTENSION)
                .medical("1", OUTPATIENT, "202407", 1, 1000, DIABETES)
                .dispensing("1", "202407", rest, fees)
                .read());

        assertThat(result.unmatchedPoints()).isEqualTo(unmatched);
        assertThat(yen(result, CostGroups.Kind.LIFESTYLE14, Method.PDM, "1")).isEqualTo(10 * (1000 + june));
        assertThat(yen(result, CostGroups.Kind.LIFESTYLE14, Method.PDM, "3")).isEqualTo(10 * (1000 + july));
        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.PDM, "PHA_UNMATCHED"))
                .isEqualTo(10 * unmatched);
    }

    @Test
    void another_person_or_month_gets_no_dispensing() {
        var result = run(new WrittenClaims()
                .medical("2", OUTPATIENT, "202407", 1, 1000, HYPERTENSION)
                .dispensing("1", "202407", 0, "20240705:300")
                .read());

        assertThat(result.unmatchedPoints()).isEqualTo(300);
        assertThat(result.dispensedPoints()).isEqualTo(300);
    }

    @Test
    void outpatient_claims_are_preferred_and_share_by_their_points() {
        var result = run(new WrittenClaims()
                .medical("1", INPATIENT, "202407", 5, 9000, COLD)
                .medical("1", OUTPATIENT, "202407", 1, 100, HYPERTENSION)
                .medical("1", OUTPATIENT, "202407", 2, 300, DIABETES)
                .dispensing("1", "202407", 0, "20240705:400")
                .read());

        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.PDM, "0901")).isEqualTo(2_000);
        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.PDM, "0402")).isEqualTo(6_000);
        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.PDM, "1001")).isEqualTo(90_000);
    }

    @Test
    void of_a_dpc_claim_the_disease_with_the_most_resources_is_the_one_recorded() {
        var result = run(new WrittenClaims()
                .dpc("1", "202407", 5000, "11:" + COLD, "21:" + COLD, "22:" + DIABETES, "31:" + HYPERTENSION)
                .dpc("2", "202407", 700, "11:" + KIDNEY, "22:" + KIDNEY)
                .medical("3", OUTPATIENT, "202407", 1, 90_000, HYPERTENSION)
                .read());

        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.MAXRES, "0402")).isEqualTo(50_000);
        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.MAIN, "1001")).isEqualTo(50_000);
        assertThat(yen(result, CostGroups.Kind.CLASS121, Method.MAXRES, "1402")).isEqualTo(7_000);
        assertThat(shares.keySet().stream().filter(row -> row.startsWith("2-1/")))
                .as("one row a disease")
                .hasSize(3);
    }

    @Test
    void dispensing_stays_apart_in_the_sums_by_kind() {
        var result = run(new WrittenClaims()
                .medical("1", OUTPATIENT, "202407", 3, 1000, HYPERTENSION)
                .dispensing("1", "202407", 0, "20240705:300")
                .read());

        assertThat(result.sums().get("MED outpatient").yen()).isEqualTo(10_000);
        assertThat(result.sums().get("PHA outpatient").yen()).isEqualTo(3_000);
        assertThat(result.sums().get("MED outpatient").factors(2).daysPerClaim().rounded(1))
                .hasToString("3.0");
        assertThat(result.first()).isEqualTo(result.last());
    }

    @Test
    void every_population_adds_up_exactly() {
        var random = new Random(6);
        for (var run = 0; run < 20; run++) {
            shares.clear();
            var written = new WrittenClaims();
            var codes = List.of(HYPERTENSION, DIABETES, KIDNEY, COLD, "0000999", "8838580", "9900052");
            for (var i = 0; i < 100; i++) {
                var diseases = IntStream.range(0, random.nextInt(6))
                        .mapToObj(j -> codes.get(random.nextInt(codes.size())))
                        .toArray(String[]::new);
                var person = String.valueOf(random.nextInt(40));
                var type = random.nextInt(5) == 0 ? INPATIENT : OUTPATIENT;
                written.medical(
                        person,
                        type,
                        "20240" + (4 + random.nextInt(4)),
                        random.nextInt(9),
                        random.nextInt(50_000),
                        diseases);
                written.dispensing(
                        person,
                        "202407",
                        random.nextInt(90),
                        "2024060" + (1 + random.nextInt(9)) + ":" + random.nextInt(2_000));
            }
            var claims = written.read();

            run(claims);

            perClaim(claims);
        }
    }

    private void perClaim(List<Claim> claims) {
        var sums = new HashMap<String, Long>();
        shares.forEach((row, points) -> sums.merge(row.substring(0, row.indexOf('/')), points, Long::sum));
        for (var claim : new ArrayList<>(claims)) {
            if (sums.containsKey(claim.id())) {
                assertThat(sums.get(claim.id())).isEqualTo(claim.amounts().pointsDecided());
            }
        }
    }
}
