package org.tsunagu.claimsformat.master;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTest {

    @ParameterizedTest(name = "{0}: {1} {2} {3}")
    @CsvSource({
        "b_20240601.txt, DISEASE, 2024-06-01, false",
        "sub/folder/hb_ALL20240601.txt, ABOLISHED_DISEASE, 2024-06-01, true",
        "Z_20250601.TXT, MODIFIER, 2025-06-01, false",
        "s_all20240531.zip, ACT, 2024-05-31, true",
        "y_ALL20240321.csv, DRUG, 2024-03-21, true",
        "t_20240315.csv, MATERIAL, 2024-03-15, false",
        "c_ALL20240601.csv, COMMENT, 2024-06-01, true",
        "f_ALL20240601.csv, TOOTH, 2024-06-01, true",
        "m_ALL20240601.csv, DISPENSING_ACT, 2024-06-01, true",
    })
    void official_names_say_kind_edition_and_whether_complete(
            String path, MasterKind kind, String edition, boolean saysAll) {
        var name = FileName.of(path).orElseThrow();

        assertThat(name.kind()).isEqualTo(kind);
        assertThat(name.edition()).hasToString(edition);
        assertThat(name.saysAll()).isEqualTo(saysAll);
    }

    @ParameterizedTest
    @CsvSource({"b_20240231.txt", "b_240601.txt", "x_20240601.txt", "b_20240601.xlsx", "bb_20240601.txt", "README.md"})
    void other_names_are_no_masters(String path) {
        assertThat(FileName.of(path)).isEmpty();
    }
}
