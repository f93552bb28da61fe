package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

/// Claims of another insurer in the same file.
class OneInsurerTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "the same number | HO,01130012,１,２,1,288 | ",
                "padded on the left | HO,  130012,１,２,1,288 | CLM-OTHER-INSURER",
                "another insurer | HO,06139999,１,２,1,288 | CLM-OTHER-INSURER",
                "public payers alone | KO,12131234,1234567,,1,288 | ",
            })
    void cases(String name, String payer, String check) {
        var read = Written.provider(Written.IR, Written.RE, payer, "SI,11,1,111000110,,288,1");
        var problems = new ArrayList<Problem>();
        var file = new ClaimFile("x.zip", "a", Family.PROVIDER, Optional.of(Kind.MEDICAL), 0, () -> {
            throw new java.io.IOException("not opened");
        });

        var isOurs = new OneInsurer("01130012", new Reporter(ClaimCatalogue.shipped(), problems::add))
                .isOurs(file, read.claim());

        assertThat(problems).extracting(Problem::code).isEqualTo(check == null ? List.of() : List.of(check));
        assertThat(isOurs).isEqualTo(check == null);
    }

    @org.junit.jupiter.api.Test
    void numbers_of_six_digits_are_the_same_with_and_without_their_padding() {
        var read = Written.provider(Written.IR, Written.RE, "HO,  138057,１,２,1,288", "SI,11,1,111000110,,288,1");
        var file = new ClaimFile("x.zip", "a", Family.PROVIDER, Optional.of(Kind.MEDICAL), 0, () -> {
            throw new java.io.IOException("not opened");
        });

        assertThat(new OneInsurer("00138057", new Reporter(ClaimCatalogue.shipped(), problem -> {}))
                        .isOurs(file, read.claim()))
                .isTrue();
    }
}
