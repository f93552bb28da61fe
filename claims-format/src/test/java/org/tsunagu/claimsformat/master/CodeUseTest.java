package org.tsunagu.claimsformat.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

class CodeUseTest {

    static final YearMonth MONTH = YearMonth.parse("2024-07");

    @TempDir
    Path folder;

    CodeUse codes(String... files) {
        var store = MasterStore.open(folder, problem -> {});
        for (var file : files) {
            MasterLoader.load(MasterBytes.sample().resolve(file), store, problem -> {});
        }
        return new CodeUse(Masters.of(store));
    }

    static List<Problem> problems(CodeUse codes) {
        var problems = new ArrayList<Problem>();
        codes.report(
                new Reporter(ClaimCatalogue.shipped(), problems::add), MasterTexts.in(Locale.ENGLISH), "data/masters");
        return problems;
    }

    @Test
    void a_code_that_no_loaded_master_knows_is_one_finding_with_its_count() {
        var codes = codes("s_ALL20240601.csv");
        codes.line("190000001", MONTH);
        codes.line("199999999", MONTH);
        codes.line("199999999", MONTH);

        assertThat(problems(codes)).extracting(Problem::code).containsExactly("CLM-CODE-UNRESOLVED");
        assertThat(problems(codes).getFirst().arguments())
                .containsEntry("code", "199999999")
                .containsEntry("count", "2");
        assertThat(codes.used(MasterKind.ACT)).isEqualTo(3);
        assertThat(codes.unknownUses(MasterKind.ACT)).isEqualTo(2);
    }

    @Test
    void a_master_that_is_not_loaded_is_one_finding_and_its_codes_are_none() {
        var codes = codes("s_ALL20240601.csv");
        codes.line("699999999", MONTH);
        codes.code(MasterKind.DISEASE, "9900001", MONTH);

        assertThat(problems(codes))
                .extracting(Problem::code)
                .containsExactly("CLM-MASTER-MISSING", "CLM-MASTER-MISSING");
        assertThat(problems(codes))
                .extracting(problem -> problem.arguments().get("kind"))
                .containsExactly("disease", "drug");
    }

    @Test
    void ward_codes_and_codes_without_a_master_are_passed_over() {
        var codes = codes("s_ALL20240601.csv");
        codes.line("190610000", MONTH);
        codes.line("190640001", MONTH);
        codes.line("", MONTH);
        codes.line("310000001", MONTH);

        assertThat(problems(codes)).isEmpty();
        assertThat(codes.used(MasterKind.ACT)).isZero();
    }
}
