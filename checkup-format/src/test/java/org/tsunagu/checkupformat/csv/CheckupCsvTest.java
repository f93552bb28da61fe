package org.tsunagu.checkupformat.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.checkupformat.Documents;
import org.tsunagu.checkupformat.OfficialSchemas;
import org.tsunagu.checkupformat.cda.CheckupWriter;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.codes.item.ValueState;

class CheckupCsvTest {

    static final ColumnMap TSUNAGU = ColumnMap.shipped("tsunagu");
    static final ColumnMap JAPANESE = ColumnMap.shipped("tsunagu-ja");
    static final String HEIGHT = Documents.HEIGHT;
    static final String PROTEIN = "1A010000000190111";

    static final String SAMPLE = """
            健診日,性別,身長,氏名カナ,生年月日,尿蛋白,保険者番号,番号,医師の診断,医師の氏名
            R06.05.10,女,１５８．５,ﾃｽﾄ ﾊﾅｺ,1980/1/5,（±）,1130012,１００１,異常なし,見本 医師
            """;

    @Test
    void a_row_is_a_document_of_an_employer_checkup() {
        var csv = Csv.read(JAPANESE, SAMPLE);

        assertThat(csv.problems()).isEmpty();
        var header = csv.documents().getFirst().header();
        assertThat(header.category().text()).isEqualTo("40");
        assertThat(header.programme().text()).isEqualTo("030");
        assertThat(csv.documents().getFirst().sections())
                .extracting(Field::text)
                .containsExactly("01030");
        assertThat(header.examDate()).isEqualTo(new Field("20240510", 2, 1));
    }

    @Test
    void cells_about_the_person_get_the_form_of_the_national_format() {
        var patient = Csv.read(JAPANESE, SAMPLE).documents().getFirst().header().patient();

        assertThat(patient.name().text()).isEqualTo("テストハナコ");
        assertThat(patient.sex().text()).isEqualTo("2");
        assertThat(patient.birth().text()).isEqualTo("19800105");
        assertThat(patient.insurerNumber().text()).isEqualTo("01130012");
        assertThat(patient.number().text()).isEqualTo("１００１");
        assertThat(patient.branch()).isEqualTo(Field.ABSENT);
    }

    @Test
    void the_name_of_the_doctor_goes_to_the_diagnosis() {
        var results = Csv.read(JAPANESE, SAMPLE).documents().getFirst().observations();

        assertThat(results).extracting(o -> o.code()).containsExactly(HEIGHT, PROTEIN, Documents.DIAGNOSIS);
        assertThat(results.getLast().doctorName()).isEqualTo("見本 医師");
    }

    @Test
    void a_name_of_a_doctor_without_diagnosis_is_kept_as_a_result() {
        var csv = Csv.item("9N516000000000049", "見本 医師");

        assertThat(csv.only().values()).containsExactly(Documents.text("見本 医師"));
    }

    @ParameterizedTest(name = "{0}: {1} is {3} {4}")
    @CsvFileSource(resources = "cells.cases.tsv", delimiter = '\t', numLinesToSkip = 1)
    void cases(String item, String cell, String text, String state, String number, int problems) {
        var csv = Csv.item(item, cell);
        var value = csv.only().toItemValue();

        assertThat(value.state().word()).isEqualTo(state);
        assertThat(value.text()).isEqualTo(text == null ? "" : text);
        assertThat(value.number()).isEqualTo(number == null ? null : new BigDecimal(number));
        assertThat(csv.problems())
                .hasSize(problems)
                .allMatch(problem -> problem.code().equals("CSV-VALUE"));
    }

    @Test
    void an_empty_cell_is_no_result() {
        assertThat(Csv.item(HEIGHT, " ").documents().getFirst().observations()).isEmpty();
    }

    @Test
    void a_value_that_cannot_be_read_is_kept_and_named_with_its_place() {
        var csv = Csv.item(HEIGHT, "12O");

        assertThat(csv.only().values().getFirst().text()).isEqualTo("12O");
        assertThat(csv.places()).containsExactly("CSV-VALUE 2:4");
        assertThat(csv.problems().getFirst().place().item()).isEqualTo(HEIGHT);
        assertThat(csv.problems().getFirst().arguments()).containsEntry("reason", "12O");
    }

    @Test
    void problems_never_quote_names_and_numbers_of_people() {
        var csv = Csv.read(TSUNAGU, """
                sex,birth_date,exam_date,insurer_number,ticket_number
                1,1972-02-14,2024-05-10,ABC12345,受診券なし
                """);

        assertThat(csv.problems()).hasSize(2);
        assertThat(csv.problems().toString()).doesNotContain("ABC12345").doesNotContain("受診券なし");
    }

    @Test
    void a_file_without_headings_is_refused_without_quoting_its_first_person() {
        var csv = Csv.read(TSUNAGU, "1,テストハナコ,1972-02-14,2024-05-10\n2,テストタロウ,1973-02-14,2024-05-10\n");

        assertThat(csv.documents()).isEmpty();
        assertThat(csv.problems()).hasSize(3);
        assertThat(csv.problems().toString()).doesNotContain("テスト");
    }

    @Test
    void a_code_the_master_does_not_have_is_kept() {
        var csv = Csv.item("9Z999999999999999", "12.3");

        assertThat(csv.problems()).isEmpty();
        assertThat(csv.only().item()).isNull();
        assertThat(csv.only().section()).isEqualTo("01990");
        assertThat(csv.only().values()).containsExactly(Documents.number("12.3", ""));
    }

    @Test
    void an_unknown_heading_is_named_once_and_passed_over() {
        var csv = Csv.read(TSUNAGU, """
                id,sex,birth_date,好きな色,exam_date
                7,1,1972-02-14,青,2024-05-10
                8,2,1973-02-14,赤,2024-05-10
                """);

        assertThat(csv.places()).containsExactly("CSV-COLUMN-UNKNOWN 1:4");
        assertThat(csv.documents()).hasSize(2);
    }

    @Test
    void of_two_columns_that_mean_the_same_the_first_counts() {
        var csv = Csv.read(JAPANESE, """
                性別,生年月日,健診日,AST,GOT
                1,1972-02-14,2024-05-10,20,30
                """);

        assertThat(csv.places()).containsExactly("CSV-COLUMN-DOUBLE 1:5");
        assertThat(csv.only().toItemValue().text()).isEqualTo("20");
    }

    @Test
    void without_a_required_column_nothing_is_read() {
        var csv = Csv.read(TSUNAGU, "sex,exam_date\n1,2024-05-10\n");

        assertThat(csv.places()).containsExactly("CSV-COLUMN-MISSING 1:1");
        assertThat(csv.documents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n\n", "﻿"})
    void an_empty_file_lacks_the_required_columns(String text) {
        assertThat(Csv.read(TSUNAGU, text).problems())
                .hasSize(3)
                .allMatch(problem -> problem.code().equals("CSV-COLUMN-MISSING"));
    }

    @Test
    void a_shifted_line_is_not_read_and_the_others_are() {
        var csv = Csv.read(TSUNAGU, """
                sex,birth_date,exam_date,%s
                1,1972-02-14,2024-05-10
                1,1972-02-14,2024-05-10,170,5
                1,1972-02-14,2024-05-10,170,,
                """.formatted(HEIGHT));

        assertThat(csv.places()).containsExactly("CSV-CELLS 2:1", "CSV-CELLS 3:1");
        assertThat(csv.documents()).hasSize(1);
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_line_only() {
        var csv = Csv.read(TSUNAGU, """
                sex,birth_date,exam_date,9N056160400000049
                1,1972-02-14,2024-05-10,"高血圧
                1,1972-02-14,2024-05-10,"胃
                潰瘍"
                2,1973-02-14,2024-05-10,"a"b
                2,1973-02-14,2024-05-10,なし
                """);

        assertThat(csv.places()).containsExactly("CSV-LAYOUT 2:1", "CSV-LAYOUT 5:1");
        assertThat(csv.documents()).hasSize(2);
        assertThat(csv.only().values().getFirst().text()).isEqualTo("胃\n潰瘍");
        assertThat(csv.only().line()).isEqualTo(3);
    }

    @Test
    void a_line_beyond_the_limit_is_named_and_passed_over() {
        var csv = Csv.read(TSUNAGU, """
                sex,birth_date,exam_date,%s
                1,1972-02-14,2024-05-10,%s
                1,1972-02-14,2024-05-10,170
                """.formatted(HEIGHT, "9".repeat(1_000_001)));

        assertThat(csv.places()).containsExactly("CSV-LAYOUT 2:1");
        assertThat(csv.documents()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void the_encoding_is_detected(String encoding) {
        var csv = Csv.read(JAPANESE, SAMPLE.getBytes(Charset.forName(encoding)), CsvSettings.employer());

        assertThat(csv.problems()).isEmpty();
        assertThat(csv.documents().getFirst().header().patient().name().text()).isEqualTo("テストハナコ");
    }

    @Test
    void text_in_no_readable_encoding_is_refused() {
        var csv = Csv.read(JAPANESE, SAMPLE.getBytes(StandardCharsets.UTF_16), CsvSettings.employer());

        assertThat(csv.problems()).extracting(problem -> problem.code()).contains("CSV-ENCODING");
        assertThat(csv.documents()).isEmpty();
    }

    @Test
    void results_of_a_series_belong_together() {
        var csv = Csv.read(TSUNAGU, """
                sex,birth_date,exam_date,9A110160700000011,%s,9A110161000000049
                1,1972-02-14,2024-05-10,1,170,医師の判断
                """.formatted(HEIGHT));

        assertThat(csv.documents().getFirst().observations())
                .extracting(o -> o.group() + o.relation())
                .containsExactly("1COMP", "0", "1RSON");
    }

    @Test
    void category_programme_and_day_come_from_the_settings() {
        var settings = new CsvSettings(
                "10", "010", Optional.of(LocalDate.of(2024, 6, 1)), Optional.of(StandardCharsets.UTF_8));
        var header = Csv.read(JAPANESE, SAMPLE.getBytes(StandardCharsets.UTF_8), settings)
                .documents()
                .getFirst()
                .header();

        assertThat(header.category().text()).isEqualTo("10");
        assertThat(header.created().text()).isEqualTo("20240601");
    }

    @Test
    void a_complete_row_can_be_written_as_a_valid_document() throws IOException {
        var settings = new CsvSettings("40", "030", Optional.of(LocalDate.of(2024, 6, 1)), Optional.empty());
        var csv = """
                健診日,性別,生年月日,氏名カナ,保険者番号,番号,健診機関番号,健診機関名,身長,GOT,尿蛋白,血小板数,心電図所見の有無
                R6.5.10,女,S55.1.5,テストハナコ,1130012,１００１,9911000017,つなぐ見本診療所,158.5,1000以上,未実施,測定不能,所見なし
                """;
        var document = Csv.read(JAPANESE, csv.getBytes(StandardCharsets.UTF_8), settings)
                .documents()
                .getFirst();
        var out = new ByteArrayOutputStream();
        new CheckupWriter(Documents.ITEMS).write(document, out);

        OfficialSchemas.folder();
        assertThat(OfficialSchemas.errors("hc08", out.toByteArray())).isEmpty();
    }

    @Test
    void every_state_word_gives_something_to_judge_by_or_says_why_not() {
        assertThat(Csv.item(HEIGHT, "未実施")
                        .documents()
                        .getFirst()
                        .values(Documents.ITEMS)
                        .get(Documents.ITEMS.get(HEIGHT))
                        .state())
                .isEqualTo(ValueState.NOT_PERFORMED);
    }
}
