package org.tsunagu.claimsformat.drug;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.claimsformat.master.MasterKind;
import org.tsunagu.claimsformat.master.MasterLoader;
import org.tsunagu.claimsformat.master.MasterStore;
import org.tsunagu.claimsformat.master.Masters;

class DrugTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0} belongs to {1}")
    @CsvSource(
            value = {
                "3962002F1234 | DM", // metformin
                "2492415G1029 | DM", // insulin
                "2499418G1024 | DM", // GLP-1, shares its seven characters with a product for obesity
                "2499999G1024 | ''", // other hormones of 2499
                "2149039F1040 | HT",
                "2171022F1010 | HT", // amlodipine is among the vasodilators, not in 214
                "2123016F1010 | HT", // beta blockers are among the antiarrhythmics
                "2190101F1020 | HT/LIP", // both at once
                "2189015F1020 | LIP",
                "3399004M1020 | LIP/APT",
                "3949003F1020 | URIC",
                "1190023F1020 | HYP",
                "1179025F1020 | ANX/PSY",
                "9999999F1020 | ''",
            },
            delimiter = '|')
    void groups_go_by_the_beginning_of_the_price_list_code(String code, String groups) {
        assertThat(String.join("/", new DrugGroups(List.of()).of(code))).isEqualTo(groups);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "1124017F2135, INTERNAL",
        "2492399A1000, INTERNAL",
        "2492400G1029, INJECTION",
        "2492699G1029, INJECTION",
        "1313700Q2070, EXTERNAL",
        "1313999Q2070, EXTERNAL",
    })
    void digits_five_to_seven_give_the_route(String code, Route route) {
        assertThat(Route.of(code)).contains(route);
    }

    @Test
    void a_code_without_route_has_none() {
        assertThat(Route.of("")).isEmpty();
        assertThat(Route.of("1124000F2135")).isEmpty();
    }

    @Test
    void a_drug_of_the_master_has_ingredient_class_form_and_generic_mark() {
        var store = MasterStore.open(folder, problem -> {});
        MasterLoader.load(
                Path.of("src/test/resources/org/tsunagu/claimsformat/master/sample/y_ALL20240601.csv"),
                store,
                problem -> {});

        var drug = Drug.of(Masters.of(store)
                .find(MasterKind.DRUG, "690000001", YearMonth.parse("2024-07"))
                .row()
                .orElseThrow());

        assertThat(drug.ingredient()).isEqualTo("2492001");
        assertThat(drug.therapeuticClass()).isEqualTo("2492");
        assertThat(drug.form()).contains(Form.INTERNAL);
        assertThat(drug.route()).contains(Route.INTERNAL);
        assertThat(drug.isGeneric()).isTrue();
    }

    @Test
    void a_drug_without_price_list_code_is_its_own_ingredient() {
        var drug = new Drug("630010001", "みほん", "", Optional.empty(), false);

        assertThat(drug.ingredient()).isEqualTo("630010001");
        assertThat(drug.therapeuticClass()).isEmpty();
        assertThat(drug.route()).isEmpty();
    }
}
