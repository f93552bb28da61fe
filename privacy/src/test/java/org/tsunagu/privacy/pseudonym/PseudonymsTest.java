package org.tsunagu.privacy.pseudonym;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PseudonymsTest {

    static final PseudonymKey KEY = key(1, 7);
    static final InsuredIdentity PERSON = new InsuredIdentity("99999997", "１２", "００３４", "1");

    static PseudonymKey key(int version, int seed) {
        var secret = new byte[PseudonymKey.BYTES];
        java.util.Arrays.fill(secret, (byte) seed);
        return new PseudonymKey(version, secret);
    }

    @Test
    void the_hash_is_that_of_the_published_example() {
        var hash = Pseudonyms.hmac(
                "Jefe".getBytes(StandardCharsets.US_ASCII),
                "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII));

        assertThat(HexFormat.of().formatHex(hash))
                .isEqualTo("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    }

    @Test
    void one_number_written_in_two_ways_has_one_id() {
        var same = new InsuredIdentity("99999997", "12", "34", "01");

        assertThat(Pseudonyms.ofMart(KEY).id(same.canonical()))
                .isEqualTo(Pseudonyms.ofMart(KEY).id(PERSON.canonical()))
                .doesNotContain("34|");
    }

    @Test
    void two_projects_cannot_be_joined_and_no_id_shows_the_one_it_is_made_of() {
        var link = Pseudonyms.ofMart(KEY).id(PERSON.canonical());
        var one = Pseudonyms.ofProject(key(1, 1)).id(link);
        var two = Pseudonyms.ofProject(key(1, 2)).id(link);

        assertThat(one).isNotEqualTo(two).doesNotContain(link);
        assertThat(Pseudonyms.ofProject(KEY).id(PERSON.canonical())).isNotEqualTo(link);
    }

    @Test
    void after_a_rotation_ids_are_others_and_earlier_ones_can_still_be_made() {
        var ring = new KeyRing(List.of(KEY));
        var rotated = ring.rotated(new byte[PseudonymKey.BYTES]);
        var before = Pseudonyms.ofMart(ring.current()).id(PERSON.canonical());

        assertThat(Pseudonyms.ofMart(rotated.current()).id(PERSON.canonical()))
                .startsWith("2-")
                .isNotEqualTo(before);
        assertThat(Pseudonyms.ofMart(rotated.of(1).orElseThrow()).id(PERSON.canonical()))
                .isEqualTo(before);
    }

    @Test
    void a_key_is_long_and_never_shown() {
        assertThat(KEY.toString()).isEqualTo("PseudonymKey[version=1]");
        assertThatThrownBy(() -> new PseudonymKey(1, new byte[16])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new KeyRing(List.of(KEY, KEY))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void no_two_of_many_people_share_an_id() {
        var ids = new HashSet<String>();
        var pseudonyms = Pseudonyms.ofMart(KEY);
        for (var i = 0; i < 20_000; i++) {
            ids.add(pseudonyms.id(new InsuredIdentity("99999997", "1", String.valueOf(i), "00").canonical()));
        }

        assertThat(ids).hasSize(20_000);
    }
}
