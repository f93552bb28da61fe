package org.tsunagu.checkupformat.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What a file is by its path.
class EntryKindTest {

    @ParameterizedTest
    @CsvSource({
        "root/ix08_V08.xml, INDEX",
        "IX08_v08.XML, INDEX",
        "root/su08_V08.xml, SUMMARY",
        "root/DATA/h99110000172024060301000001.xml, DATA",
        "root/data/anything.xml, DATA",
        "DATA/g1.xml, DATA",
        "outer/root/DATA/h1.xml, DATA",
        "root/CLAIMS/c1.xml, CLAIMS",
        "root/h1.xml, DATA",
        "h1.xml, DATA",
        "p1.xml, CLAIMS",
        "root/XSD/hc08_V08.xsd, SCHEMA",
        "root/XSD/coreschemas/voc_hcgv08.xsd, SCHEMA",
        "hc08_V08.xsd, SCHEMA",
        "root/DATA/more.zip, NESTED_ZIP",
        "__MACOSX/root/DATA/._h1.xml, STRAY",
        "root/DATA/._h1.xml, STRAY",
        "root/.DS_Store, STRAY",
        "root/DATA/Thumbs.db, STRAY",
        "root/DATA/h1.pdf, STRAY",
        "root/readme.txt, STRAY",
        "root/note.xml, STRAY",
    })
    void cases(String path, EntryKind kind) {
        assertThat(EntryKind.of(path)).isEqualTo(kind);
    }
}
