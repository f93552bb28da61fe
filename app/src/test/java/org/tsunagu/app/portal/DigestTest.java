package org.tsunagu.app.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/// What people type is forgiven; what an identity service says is taken to the letter.
class DigestTest {

    private static final String ISSUER = "https://id.example.jp";

    @Test
    void a_code_is_the_same_however_a_telephone_types_it() {
        assertThat(Digest.of("ＡＢ-cd 12")).isEqualTo(Digest.of("abcd12"));
    }

    @Test
    void two_people_of_an_identity_service_are_never_one() {
        assertThat(Digest.subject(ISSUER, "u-1-12")).isNotEqualTo(Digest.subject(ISSUER, "u-11-2"));
        assertThat(Digest.subject(ISSUER, "Ab")).isNotEqualTo(Digest.subject(ISSUER, "aB"));
        assertThat(Digest.subject(ISSUER, "1 ")).isNotEqualTo(Digest.subject(ISSUER, "1"));
        assertThat(Digest.subject(ISSUER + "/a", "b")).isNotEqualTo(Digest.subject(ISSUER, "/ab"));
        assertThat(Digest.subject(ISSUER, "Ab")).isEqualTo(Digest.subject(ISSUER, "Ab"));
    }
}
