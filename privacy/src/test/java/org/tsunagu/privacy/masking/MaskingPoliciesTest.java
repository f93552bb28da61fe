package org.tsunagu.privacy.masking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.table.Certainty;
import org.tsunagu.codes.table.Correction;

class MaskingPoliciesTest {

    static final MaskingPolicies AS_SHIPPED = MaskingPolicies.read(List.of());

    @ParameterizedTest(name = "{0}: from {1}")
    @CsvFileSource(resources = "masking-policies.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(String id, long minimum, boolean showsZero, MaskingPolicy.Mode mode, String certainty) {
        var policy = AS_SHIPPED.policy(id);

        assertThat(policy.minimum()).isEqualTo(minimum);
        assertThat(policy.showsZero()).isEqualTo(showsZero);
        assertThat(policy.mode()).isEqualTo(mode);
        assertThat(policy.basis().certainty()).isEqualTo(Certainty.of(certainty));
    }

    @Test
    void municipalities_have_their_policy_by_population() {
        assertThat(AS_SHIPPED.forMunicipality(25_000).id()).isEqualTo("NDB_GUIDELINE_25000");
        assertThat(AS_SHIPPED.forMunicipality(24_999).id()).isEqualTo("NDB_GUIDELINE_2000");
        assertThat(AS_SHIPPED.forMunicipality(2000).id()).isEqualTo("NDB_GUIDELINE_2000");
        assertThat(AS_SHIPPED.forMunicipality(1999).id()).isEqualTo("NDB_GUIDELINE_SMALL");
    }

    @Test
    void an_unknown_policy_names_those_that_there_are() {
        assertThatThrownBy(() -> AS_SHIPPED.policy("NONE")).hasMessageContaining("TSUNAGU_STRICT");
    }

    @Test
    void a_corrected_minimum_masks_more_without_a_release() {
        var twenty = new Correction("masking/masking-policies", "TSUNAGU_STRICT", "minimum", "20");
        var policy = MaskingPolicies.read(List.of(twenty)).policy("TSUNAGU_STRICT");
        var counts = MaskingTest.table(new long[][] {{15, 40, 60}, {30, 25, 70}, {80, 90, 25}});

        assertThat(Masking.mask(counts, policy).part("r1", "c1")).isEmpty();
        assertThat(Masking.mask(counts, AS_SHIPPED.policy("TSUNAGU_STRICT")).part("r1", "c1"))
                .hasValue(15);
    }
}
