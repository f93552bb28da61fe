package org.tsunagu.claimsformat.disease;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.claimsformat.claim.DiseaseRow;
import org.tsunagu.claimsformat.master.MasterLoader;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.claimsformat.master.Masters;
import org.tsunagu.claimsformat.master.Resolved.How;

class DiseasesTest {

    static final Path SAMPLE = Path.of("src/test/resources/org/tsunagu/claimsformat/master/sample");
    static final YearMonth MONTH = YearMonth.parse("2024-07");

    @TempDir
    static Path folder;

    static Masters masters;

    @BeforeAll
    static void load() {
        var store = MasterStore.open(folder.resolve("store"), problem -> {});
        MasterLoader.load(SAMPLE, store, problem -> {});
        masters = Masters.of(store);
    }

    static Diseases diseases() {
        return new Diseases(masters, List.of(), Locale.JAPANESE);
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "disease.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(
            String id,
            String code,
            String modifiers,
            String words,
            String name,
            String icd,
            String middle,
            boolean suspected,
            How how,
            String note) {
        var found = diseases().find(row(code, text(modifiers), text(words)), MONTH);

        assertThat(found.name()).isEqualTo(name);
        assertThat(found.icd10()).isEqualTo(text(icd));
        assertThat(found.middle().code()).isEqualTo(middle);
        assertThat(found.isSuspected()).isEqualTo(suspected);
        assertThat(found.how()).isEqualTo(how);
    }

    static DiseaseRow row(String code, String modifiers, String words) {
        var cut = modifiers.isEmpty() ? List.<String>of() : List.of(modifiers.split("(?<=\\G.{4})"));
        return new DiseaseRow(1, "SY", code, cut, words, Optional.empty(), "1", false, "", "", 1);
    }

    private static String text(String cell) {
        return Optional.ofNullable(cell).orElse("");
    }

    @Test
    void without_masters_the_code_is_kept_and_the_disease_is_unresolved() {
        var found = new Diseases(Masters.none(), List.of(), Locale.ENGLISH).find(row("9900001", "8002", ""), MONTH);

        assertThat(found.name()).isEqualTo("[unknown disease: 9900001][unknown modifier: 8002]");
        assertThat(found.middle()).isEqualTo(Bucket.UNRESOLVED.group());
        assertThat(found.isSuspected()).as("the code says so without a name").isTrue();
        assertThat(found.how()).isEqualTo(How.NOT_LOADED);
    }

    @Test
    void every_bucket_and_outcome_has_its_row() {
        for (var bucket : Bucket.values()) {
            assertThat(bucket.group().code()).isEqualTo(bucket.name());
        }
        for (var outcome : Outcome.values()) {
            assertThat(Outcome.of(outcome.row().text("code"))).contains(outcome);
        }
        assertThat(Outcome.of("")).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @org.junit.jupiter.params.provider.CsvSource({
        "190100001, true", // J038 haemodialysis
        "190100002, false", // an addition to it
        "190100003, false", // continuous slow filtration
        "190100004, true", // J042 peritoneal
        "190100005, false",
        "190100006, true", // C102
        "190100007, true", // C102-2
        "190000001, false",
        "140007710, false", // not in the invented master
    })
    void acts_of_dialysis_are_found_by_their_section(String code, boolean isDialysis) {
        assertThat(new Dialysis(masters, List.of()).isAct(code, MONTH)).isEqualTo(isDialysis);
    }

    @Test
    void without_the_master_of_acts_known_codes_of_dialysis_are_used() {
        var dialysis = new Dialysis(Masters.none(), List.of());

        assertThat(dialysis.isAct("140007710", MONTH)).isTrue();
        assertThat(dialysis.isAct("140058610", MONTH)).isTrue();
        assertThat(dialysis.isAct("140008510", MONTH)).isTrue();
        assertThat(dialysis.isAct("140029850", MONTH)).isFalse();
    }

    @Test
    void a_special_note_counts_only_beside_a_renal_failure() {
        var dialysis = new Dialysis(masters, List.of());

        assertThat(dialysis.isNoted(List.of("02"), List.of("N185"))).isTrue();
        assertThat(dialysis.isNoted(List.of("16"), List.of("I10", "N19"))).isTrue();
        assertThat(dialysis.isNoted(List.of("02"), List.of("I10"))).isFalse();
        assertThat(dialysis.isNoted(List.of("01"), List.of("N185"))).isFalse();
    }
}
