package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.claimsformat.SharedFiles;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.codes.problem.Problem;

/// A published synthetic file that is no part of the project: everything in it adds up.
class SampleClaimsTest {

    @Test
    void all_75_receipts_and_71_public_payers_add_up_and_the_total_holds() throws IOException {
        var file = SharedFiles.orSkip("samples/claims/RECEIPTC_GAIRAI_SAMPLE.UKE");
        var claims = new ArrayList<Claim>();
        var problems = new ArrayList<Problem>();

        new ClaimReader(ClaimCatalogue.shipped())
                .read(ClaimFile.of(file, Family.PROVIDER, Optional.of(Kind.MEDICAL)), claims::add, problems::add);

        assertThat(claims).hasSize(75);
        assertThat(claims.stream().flatMap(claim -> claim.claimed().headers().publicPayers().stream()))
                .hasSize(71);
        assertThat(claims.stream().filter(claim -> claim.claimed().headers().isPublicOnly()))
                .hasSize(6);
        assertThat(claims.stream().filter(claim -> claim.diseases().isEmpty())).hasSize(70);
        assertThat(claims.stream().mapToLong(claim -> claim.amounts().pointsDecided()))
                .hasSize(75);
        assertThat(claims.stream()
                        .mapToLong(claim -> claim.amounts().pointsDecided())
                        .sum())
                .isEqualTo(86_392);
        assertThat(problems.stream().map(Problem::code).distinct())
                .containsExactlyInAnyOrder("CLM-WIDTH", "CLM-BIRTH-AFTER", "CLM-CHECK-DIGIT");
        assertThat(problems.stream().filter(problem -> problem.code().equals("CLM-WIDTH")))
                .hasSize(29);
        assertThat(List.copyOf(claims)).allMatch(claim -> claim.status() == Status.COUNTED);
    }
}
