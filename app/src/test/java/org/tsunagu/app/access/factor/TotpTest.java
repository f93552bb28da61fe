package org.tsunagu.app.access.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The codes are those of RFC 6238, and sealed secrets open only for their owner.
class TotpTest {

    private static final Totp RFC = new Totp("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    /// RFC 6238, appendix B (SHA-1); six digits are the last six of its eight.
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void the_codes_are_those_of_the_standard(long seconds, String code) {
        assertThat(RFC.code(Totp.step(Instant.ofEpochSecond(seconds)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void a_clock_may_be_half_a_minute_wrong_and_no_more(int steps, boolean isTaken) {
        var now = Instant.ofEpochSecond(1_234_567_890);

        assertThat(RFC.match(RFC.code(Totp.step(now) + steps), now, 0).isPresent())
                .isEqualTo(isTaken);
    }

    @Test
    void a_code_is_not_taken_twice_nor_an_older_one_after_it() {
        var now = Instant.ofEpochSecond(1_234_567_890);
        var step = Totp.step(now);

        assertThat(RFC.match(RFC.code(step), now, step)).isEmpty();
        assertThat(RFC.match(RFC.code(step - 1), now, step)).isEmpty();
        assertThat(RFC.match(RFC.code(step + 1), now, step)).hasValue(step + 1);
    }

    @Test
    void the_secret_is_written_as_apps_want_it() {
        assertThat(RFC.text()).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(RFC.address("hoken"))
                .isEqualTo("otpauth://totp/Tsunagu:hoken?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Tsunagu"
                        + "&algorithm=SHA1&digits=6&period=30");
    }

    @Test
    void what_is_sealed_opens_for_its_owner_only_and_only_unchanged() {
        var seal = new Seal("a key of the tests");
        var open = "secret".getBytes(StandardCharsets.UTF_8);
        var closed = seal.close(open, "staff 1");

        assertThat(seal.open(closed, "staff 1")).isEqualTo(open);
        assertThat(seal.close(open, "staff 1")).isNotEqualTo(closed);
        assertThatThrownBy(() -> seal.open(closed, "staff 2")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> new Seal("another key").open(closed, "staff 1"))
                .isInstanceOf(IllegalStateException.class);
        closed[closed.length - 1] ^= 1;
        assertThatThrownBy(() -> seal.open(closed, "staff 1")).isInstanceOf(IllegalStateException.class);
    }
}
