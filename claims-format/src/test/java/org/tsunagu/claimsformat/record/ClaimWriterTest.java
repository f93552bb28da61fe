package org.tsunagu.claimsformat.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClaimWriterTest {

    private static final Charset WINDOWS = Charset.forName("windows-31j");

    private static String provider(ClaimRow... rows) {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new ClaimWriter(bytes, Family.PROVIDER)) {
            for (var row : rows) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toString(WINDOWS);
    }

    private static ClaimRow disease() {
        return ClaimRow.of(Kind.MEDICAL, "SY").set("code", "0000999").set("name", "試験〜−病");
    }

    @Test
    void a_row_ends_with_cr_lf_without_empty_fields_and_the_file_with_one_byte() {
        assertThat(provider(disease())).isEqualTo("SY,0000999,,,,試験～－病\r\n\u001a");
    }

    @Test
    void an_insurers_file_has_three_columns_before_each_record() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var writer = new ClaimWriter(bytes, Family.INSURER)) {
            writer.write(1, 7, 0, disease());
            assertThatThrownBy(() -> writer.write(disease())).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(bytes.toString(WINDOWS)).startsWith("1,7,0,SY,0000999,");
    }

    @Test
    void many_rows_come_out_whole() {
        var rows = new ClaimRow[20_000];
        java.util.Arrays.fill(rows, disease());

        assertThat(provider(rows).lines().limit(rows.length))
                .hasSize(rows.length)
                .allMatch(provider(disease()).lines().findFirst().orElseThrow()::equals);
    }

    @Test
    void what_the_layout_does_not_allow_cannot_be_filled_in() {
        refused(row -> row.set("no such field", ""));
        refused(row -> row.set("code", "12345678"));
        refused(row -> row.set("name", "a,b"));
        refused(row -> row.set("name", "a\r\n"));
        refused(row -> row.set("name", "名".repeat(21)));
    }

    private static void refused(Consumer<ClaimRow> filling) {
        assertThatThrownBy(() -> filling.accept(disease())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_record_that_nobody_described_is_refused() {
        assertThatThrownBy(() -> ClaimRow.of(Kind.MEDICAL, "QQ")).hasMessageContaining("QQ");
    }

    @Test
    void a_character_that_windows_31j_lacks_is_refused_and_not_repeated() {
        var row = disease().set("name", "𠮷野");

        assertThatThrownBy(() -> provider(row))
                .hasMessageContaining("windows-31j")
                .hasMessageNotContaining("野");
    }

    @Test
    void a_copy_can_be_changed_alone() {
        var first = disease();
        var second = first.copy().set("code", "1234567");

        assertThat(first.text("code")).isEqualTo("0000999");
        assertThat(second.text("code")).isEqualTo("1234567");
        assertThat(second.text("main")).isEmpty();
    }
}
