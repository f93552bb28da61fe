package org.tsunagu.checkupformat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;

class RecordLayoutTest {

    static final ColumnMap RECORDS = ColumnMap.shipped("records-1-2-5-9");

    static final String SAMPLE = """
            1,01130012,架空健康保険,R06.03.18,FKAC522
            2,9911000017,つなぐ見本診療所,R06.02.20,1,,9N001000000000001,2A010000001930101,KIGO,EDABAN
            5,1,見本　太郎,０００００００００００００００００１２３,H10.05.14,,172.4,58,５１,1
            5,2,見本　花子,０００００００００００００００００１２４,S63.12.31,24100000011,158.0,62.5,５１,02
            2,5521111111,別の見本診療所,R06.02.21,1,,EDABAN,KIGO,9N006000000000001
            5,3,見本　次郎,０００００００００００００００００１２５,T14.01.02,,00,７,60
            9,00000003,00000000
            """;

    @Test
    void persons_take_facility_and_day_from_the_record_before_them() {
        var csv = Csv.read(RECORDS, SAMPLE);

        assertThat(csv.problems()).isEmpty();
        assertThat(csv.documents())
                .extracting(document -> document.header().performer().number().text() + " "
                        + document.header().examDate().text())
                .containsExactly("9911000017 20240220", "9911000017 20240220", "5521111111 20240221");
    }

    @Test
    void symbol_number_and_branch_are_those_of_the_person() {
        var patient = Csv.read(RECORDS, SAMPLE).documents().get(1).header().patient();

        assertThat(patient.insurerNumber()).isEqualTo(new Field("01130012", 1, 2));
        assertThat(patient.symbol().text()).isEqualTo("５１");
        assertThat(patient.number()).isEqualTo(new Field("１２４", 4, 4));
        assertThat(patient.branch().text()).isEqualTo("02");
        assertThat(patient.birth().text()).isEqualTo("19881231");
        assertThat(patient.name().text()).isEqualTo("見本　花子");
    }

    @Test
    void a_ticket_carries_the_number_of_the_insurer_in_its_root() {
        var documents = Csv.read(RECORDS, SAMPLE).documents();

        assertThat(documents.getFirst().header().tickets()).isEmpty();
        assertThat(documents.get(1).header().tickets().getFirst().root().text())
                .isEqualTo("1.2.392.200119.6.209.101130012");
    }

    @Test
    void white_cells_are_brought_to_the_unit_of_the_master() {
        var documents = Csv.read(RECORDS, SAMPLE).documents();

        assertThat(documents
                        .getFirst()
                        .observations()
                        .getLast()
                        .values()
                        .getFirst()
                        .text())
                .isEqualTo("5800");
        assertThat(documents.get(1).observations().getLast().values().getFirst().text())
                .isEqualTo("6250.0");
    }

    @Test
    void a_new_facility_record_has_its_own_headings() {
        var last = Csv.read(RECORDS, SAMPLE).documents().getLast();

        assertThat(last.header().patient().symbol().text()).isEqualTo("７");
        assertThat(last.observations()).extracting(o -> o.code()).containsExactly("9N006000000000001");
    }

    @Test
    void the_day_of_the_header_is_the_day_the_file_was_made() {
        assertThat(Csv.read(RECORDS, SAMPLE).documents())
                .extracting(CheckupDocument::header)
                .allMatch(header -> header.created().text().equals("20240318"));
    }

    @Test
    void windows_31j_reads_the_same() {
        var bytes = SAMPLE.getBytes(Charset.forName("windows-31j"));

        assertThat(Csv.read(RECORDS, bytes, CsvSettings.employer())).isEqualTo(Csv.read(RECORDS, SAMPLE));
    }

    @Test
    void a_trailer_that_counts_otherwise_is_named() {
        var csv = Csv.read(RECORDS, SAMPLE.replace("9,00000003", "9,00000004"));

        assertThat(csv.places()).containsExactly("CSV-LAYOUT 7:1");
        assertThat(csv.problems().getFirst().arguments()).containsEntry("reason", "9: 4 ≠ 3");
        assertThat(csv.documents()).hasSize(3);
    }

    @Test
    void a_missing_trailer_points_to_a_cut_file() {
        assertThat(Csv.read(RECORDS, SAMPLE.substring(0, SAMPLE.lastIndexOf("9,0000")))
                        .places())
                .containsExactly("CSV-LAYOUT 6:1");
    }

    @Test
    void records_out_of_order_and_unknown_ones_are_named() {
        var csv = Csv.read(RECORDS, """
                5,1,見本　太郎,１,H10.05.14,,172.4
                7,?
                9,00000001
                """);

        assertThat(csv.places()).containsExactly("CSV-LAYOUT 1:1", "CSV-LAYOUT 1:1", "CSV-LAYOUT 2:1");
        assertThat(csv.documents()).isEmpty();
    }
}
