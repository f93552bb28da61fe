package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveNameTest {

    static final ArchiveName NAME = new ArchiveName("9911000017", "99999997", LocalDate.of(2024, 6, 3), 0, 1);

    @Test
    void the_number_of_the_day_is_glued_to_the_date() {
        assertThat(NAME).hasToString("9911000017_99999997_202406030_1");
    }

    @Test
    void a_name_reads_back_as_it_was_written() {
        assertThat(ArchiveName.parse(NAME.toString())).contains(NAME);
        assertThat(ArchiveName.parse(NAME + ".ZIP")).contains(NAME);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9911000017_99999997_20240603_0_1",
                "9911000017_99999997_202402310_1",
                "9911000017_99999997_202406030_6",
                "9911000017_99999997_202406030_1.zip.zip",
                "1_99999997_202406030_1",
                "９９１１０００００１７_99999997_202406030_1"
            })
    void what_is_no_archive_name_reads_as_none(String text) {
        assertThat(ArchiveName.parse(text)).isEmpty();
    }

    @Test
    void a_document_name_has_27_characters_and_the_extension() {
        assertThat(NAME.documentName('h', "9911000017", 1)).isEqualTo("h99110000172024060301000001.xml");
    }

    @Test
    void document_names_begin_again_after_a_million() {
        assertThat(NAME.documentName('h', "9911000017", 1_000_000)).endsWith("000000.xml");
    }

    @Test
    void parts_that_make_no_name_are_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ArchiveName("1", "99999997", LocalDate.of(2024, 6, 3), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NAME.documentName('x', "9911000017", 1));
        assertThatIllegalArgumentException().isThrownBy(() -> NAME.documentName('h', "../1100001", 1));
    }
}
