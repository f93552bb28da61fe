package org.tsunagu.cli.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

class JudgeCommandTest {

    static final String WAIST = "9N016160100000001";
    static final String BMI = "9N011000000000001";
    static final String SYSTOLIC = "9A755000000000001";
    static final String DIASTOLIC = "9A765000000000001";
    static final String TRIGLYCERIDES = "3F015000002327101";
    static final String HDL = "3F070000002327101";
    static final String HBA1C = "3D046000001920402";
    static final String DRUG_PRESSURE = "9N701000000000011";
    static final String DRUG_GLUCOSE = "9N706000000000011";
    static final String DRUG_LIPIDS = "9N711000000000011";
    static final String SMOKING = "9N736000000000011";
    static final String HEADING = String.join(
            ",",
            "id",
            "sex",
            "birth_date",
            "exam_date",
            WAIST,
            BMI,
            SYSTOLIC,
            DIASTOLIC,
            TRIGLYCERIDES,
            HDL,
            HBA1C,
            DRUG_PRESSURE,
            DRUG_GLUCOSE,
            DRUG_LIPIDS,
            SMOKING);

    @TempDir
    Path folder;

    private Cli judge(String... lines) throws IOException {
        var in = Files.writeString(folder.resolve("in.csv"), String.join("\n", lines) + "\n");
        return Cli.run("judge", in, "--out", folder.resolve("out.csv"));
    }

    private Map<String, String> row(int index) {
        return Csv.read(folder.resolve("out.csv")).get(index).getFieldsAsMap();
    }

    @Test
    void two_risks_beside_a_large_waist_are_active_support_below_65_and_motivational_from_65_on() throws IOException {
        var call = judge(
                HEADING,
                "a,1,1970-01-01,2024-06-01,88.0,26.1,135,85,160,45,5.4,2,2,2,2",
                "b,1,1959-01-01,2024-06-01,88.0,26.1,135,85,160,45,5.4,2,2,2,2");

        assertThat(call.status()).isZero();
        assertThat(row(0))
                .containsEntry("id", "a")
                .containsEntry("fiscal_year", "2024")
                .containsEntry("age", "55")
                .containsEntry("period", "4")
                .containsEntry("metabolic", "1")
                .containsEntry("level", "1")
                .containsEntry("undetermined_because", "");
        assertThat(row(0).get("reasons")).contains("WAIST-M=true(88.0)", "SBP=true(135)", "DRUG-BP=false(2)");
        assertThat(row(1)).containsEntry("age", "66").containsEntry("level", "2");
    }

    @Test
    void columns_may_stand_in_any_order_with_a_byte_order_mark_and_quotes() throws IOException {
        judge(
                "\ufeffexam_date,\"" + WAIST + "\",id,birth_date,sex," + BMI,
                "2024-06-01,70.0,\"a, \"\"b\"\"\",1970-01-01,2,20.0");

        assertThat(row(0)).containsEntry("id", "a, \"b\"").containsEntry("age", "55");
    }

    @Test
    void a_missing_value_that_decides_makes_the_level_undetermined_and_is_named() throws IOException {
        judge(HEADING, "a,1,1970-01-01,2024-06-01,88.0,26.1,120,75,,45,5.4,2,2,2,2");

        assertThat(row(0)).containsEntry("level", "4").containsEntry("undetermined_because", "tg_fasting");
    }

    @Test
    void a_missing_value_that_decides_nothing_changes_nothing() throws IOException {
        judge(HEADING, "a,1,1970-01-01,2024-06-01,70.0,20.0,,,,,,2,2,2,2");

        assertThat(row(0)).containsEntry("level", "3").containsEntry("undetermined_because", "");
    }

    @Test
    void what_cannot_be_read_is_named_with_line_and_column_and_the_rest_is_judged() throws IOException {
        var call = judge(
                HEADING + ",9ZZZ",
                "a,1,1970-01-01,2024-06-01,88.0,26.1,high,85,160,45,5.4,2,2,2,7,",
                "b,9,1970-02-30,2024-06-01,88.0,26.1,135,85,160,45,5.4,2,2,2,2,",
                "c,1,1970-01-01,2024-06-01,88.0,26.1,135,85,160,45,5.4,2,2,2,2,");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err().lines())
                .containsExactly(
                        folder + "/in.csv 1行16列：知らない列「9ZZZ」は使いません。",
                        folder + "/in.csv 2行7列（" + SYSTOLIC + "）：「high」は数値ではありません。",
                        folder + "/in.csv 2行15列（" + SMOKING + "）：「7」はこの項目の健診日に使えるコードではありません。",
                        folder + "/in.csv 3行2列（sex）：「9」は 1（男）でも 2（女）でもありません。",
                        folder + "/in.csv 3行3列（birth_date）：「1970-02-30」は YYYY-MM-DD の実在する日付ではありません。");
        assertThat(row(1))
                .containsEntry("fiscal_year", "2024")
                .containsEntry("age", "")
                .containsEntry("level", "4")
                .containsEntry("metabolic", "4")
                .containsEntry("undetermined_because", "sex;birth_date");
        assertThat(row(2)).containsEntry("level", "1");
    }

    @Test
    void a_code_is_read_by_the_codes_of_its_period() throws IOException {
        var call = judge(
                HEADING,
                "a,1,1970-01-01,2024-06-01,70.0,20.0,,,,,,2,2,2,3",
                "b,1,1970-01-01,2023-06-01,70.0,20.0,,,,,,2,2,2,3");

        assertThat(call.err().lines()).hasSize(1);
        assertThat(call.err()).contains("3行15列");
    }

    @Test
    void outside_the_ages_of_the_programme_only_the_metabolic_judgement_is_made() throws IOException {
        judge(HEADING, "a,1,1990-01-01,2024-06-01,88.0,26.1,135,85,160,45,5.4,2,2,2,2");

        assertThat(row(0)).containsEntry("age", "35").containsEntry("level", "").containsEntry("metabolic", "1");
    }

    @Test
    void a_day_without_rules_is_named_and_nothing_is_judged() throws IOException {
        var call = judge(HEADING, "a,1,1960-01-01,2004-06-01,88.0,26.1,135,85,160,45,5.4,2,2,2,2");

        assertThat(call.err()).contains("2行4列（exam_date）：2004-06-01");
        assertThat(row(0))
                .containsEntry("fiscal_year", "2004")
                .containsEntry("period", "")
                .containsEntry("level", "");
    }

    @Test
    void a_short_row_lacks_items_and_a_long_one_is_named() throws IOException {
        var call = judge(
                "id,sex,birth_date,exam_date," + WAIST, "a,1,1970-01-01,2024-06-01", "b,1,1970-01-01,2024-06-01,70,1");

        assertThat(call.err()).contains("3行6列").doesNotContain("2行");
        assertThat(Csv.read(folder.resolve("out.csv"))).hasSize(2);
    }

    @Test
    void a_column_that_is_there_twice_is_named_and_the_first_counts() throws IOException {
        var call = judge("id,sex,birth_date,exam_date,id", "a,1,1970-01-01,2024-06-01,b");

        assertThat(call.err()).contains("1行5列");
        assertThat(row(0)).containsEntry("id", "a");
    }

    @Test
    void what_is_no_usable_call_ends_with_2_and_writes_nothing() throws IOException {
        assertThat(judge("id,sex,birth_date", "a,1,1970-01-01").err()).contains("exam_date");
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(judge("id,sex,birth_date,exam_date", "\"a,1,1970-01-01,2024-06-01")
                        .status())
                .isEqualTo(2);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        var in = folder.resolve("in.csv");
        assertThat(Cli.run("judge", in, "--out", in).status()).isEqualTo(2);
        assertThat(in).exists();
        assertThat(Cli.run("judge", folder.resolve("none.csv"), "--out", folder.resolve("out.csv"))
                        .status())
                .isEqualTo(2);
    }
}
