package org.tsunagu.cli.eligible;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

class EligibleCommandTest {

    static final String HEADING = "id,birth_date,enrolled_from,enrolled_to,exclusion";

    @TempDir
    Path folder;

    private Cli eligible(String... lines) throws IOException {
        var in = Files.writeString(folder.resolve("in.csv"), String.join("\n", lines) + "\n");
        return Cli.run("eligible", in, "--fiscal-year", "2024", "--out", folder.resolve("out.csv"));
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    @Test
    void every_member_gets_age_answers_and_the_rules_that_do_not_hold() throws IOException {
        var call = eligible(
                HEADING,
                "a,1970-01-01,1990-04-01,,",
                "b,1985-04-01,1990-04-01,,",
                "c,1949-10-10,1990-04-01,,",
                "d,1970-01-01,2024-04-02,,",
                "e,1970-01-01,1990-04-01,2024-09-30,",
                "f,1984-02-29,1990-04-01,2025-03-31,PREGNANT",
                "g,1955-01-01,1990-04-01,,NOT_SAKOJU",
                "h,19490401,19900401,,");

        assertThat(call).isEqualTo(new Cli(0, "8人を判定しました。対象者 4人、分母 2人（読めなかったもの 0件）：" + folder + "/out.csv\n", ""));
        assertThat(written())
                .containsExactly(
                        "id,age,eligible,in_denominator,reason",
                        "a,55,true,true,",
                        "b,39,false,false,EL-T-2=false(39);FY-AGE-APRIL-1=BIRTHDAY",
                        "c,75,true,false,EL-D-4=false(75)",
                        "d,55,false,false,EL-T-1=false",
                        "e,55,true,false,EL-D-3=false",
                        "f,41,false,false,EL-T-5=false(PREGNANT)",
                        "g,70,true,true,EL-T-5=true(NOT_SAKOJU)",
                        "h,75,false,false,EL-T-4=false(75)");
    }

    @Test
    void a_year_beyond_the_calendar_is_not_said_to_be_before_the_rules() throws IOException {
        var in = Files.writeString(folder.resolve("in.csv"), HEADING + "\n");

        var call = Cli.run("eligible", in, "--fiscal-year", "99999", "--out", folder.resolve("out.csv"));

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("99999年度は計算できません").doesNotContain("2008");
    }

    @ParameterizedTest
    @CsvSource({
        "'a,,1990-04-01,,', 'a,,,,birth_date=missing'",
        "'a,1970-02-30,1990-04-01,,', 'a,,,,birth_date=not_a_date(1970-02-30)'",
        "'a,1970/01/01,1990-04-01,,', 'a,,,,birth_date=not_a_date(1970/01/01)'",
        "'a,2023-02-29,2023-03-01,,', 'a,,,,birth_date=not_a_date(2023-02-29)'",
        "'a,2025-04-01,2025-04-01,,', 'a,,,,birth_date=after_fiscal_year(2025-04-01)'",
        "'a,1970-01-01,,,', 'a,55,,,enrolled_from=missing'",
        "'a,1970-01-01,1969-12-31,,', 'a,55,,,enrolled_from=before_birth_date(1969-12-31)'",
        "'a,1970-01-01,2024-05-01,2024-04-30,', 'a,55,,,enrolled_to=before_enrolled_from(2024-04-30)'",
        "'a,1970-01-01,1990-04-01,x,HOLIDAY', 'a,55,,,enrolled_to=not_a_date(x);exclusion=not_a_code(HOLIDAY)'",
        "'a', 'a,,,,birth_date=missing;enrolled_from=missing'",
        "',1970-01-01,1990-04-01,,', ',55,true,true,'",
        "'a,１９７０－０１－０１,1990-04-01,,', 'a,55,true,true,'"
    })
    void a_row_that_cannot_be_read_says_why_and_the_next_is_judged(String row, String written) throws IOException {
        var call = eligible(HEADING, row, "z,1970-01-01,1990-04-01,,");

        assertThat(written()).element(1).isEqualTo(written);
        assertThat(written()).last().isEqualTo("z,55,true,true,");
        assertThat(call.status()).isEqualTo(written.endsWith("true,") ? 0 : 1);
        assertThat(call.err().lines().filter(line -> line.startsWith(folder + "/in.csv 2行")))
                .hasSize(written.endsWith("true,") ? 0 : written.split(";").length);
    }

    @Test
    void columns_may_stand_in_any_order_and_others_are_not_used() throws IOException {
        var call = eligible(
                "\ufeffexclusion,name,id,enrolled_to,enrolled_from,birth_date", ",x,\"a, b\",,1990-04-01,1970-01-01");

        assertThat(call.err()).contains("1行2列：知らない列「name」は使いません。");
        assertThat(written()).last().isEqualTo("\"a, b\",55,true,true,");
    }

    @Test
    void many_people_are_streamed() throws IOException {
        var in = folder.resolve("in.csv");
        try (var out = Files.newBufferedWriter(in)) {
            out.write(HEADING + "\n");
            for (var i = 0; i < 100_000; i++) {
                out.write(i + ",1970-01-01,1990-04-01,,\n");
            }
        }

        assertThat(Cli.run("eligible", in, "--fiscal-year", "2024", "--out", folder.resolve("out.csv"))
                        .status())
                .isZero();
        assertThat(Csv.column(folder.resolve("out.csv"), "in_denominator"))
                .hasSize(100_000)
                .containsOnly("true");
    }

    @Test
    void what_is_no_usable_call_ends_with_2_and_writes_nothing() throws IOException {
        var out = folder.resolve("out.csv");
        var in = Files.writeString(folder.resolve("good.csv"), HEADING + "\n");

        assertThat(eligible("id,birth_date", "a,1970-01-01"))
                .isEqualTo(new Cli(2, "", "必要な列がありません：enrolled_from enrolled_to exclusion\n"));
        assertThat(eligible(HEADING, "\"a,1970-01-01").status()).isEqualTo(2);
        assertThat(Cli.run("eligible", folder.resolve("none.csv"), "--fiscal-year", "2024", "--out", out)
                        .err())
                .contains("none.csv を読めません");
        assertThat(Cli.run("eligible", in, "--out", out).err()).contains("--fiscal-year を指定してください。");
        for (var year : List.of("2007", "99999", "-1", "令和6年")) {
            assertThat(Cli.run("eligible", in, "--fiscal-year", year, "--out", out)
                            .status())
                    .as(year)
                    .isEqualTo(2);
        }
        assertThat(out).doesNotExist();
        var call = Cli.run(
                "eligible",
                in,
                "--fiscal-year",
                "2024",
                "--out",
                in.resolve("x").resolve("out.csv"));
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("書き込めません");
        assertThat(Cli.run("eligible", in, "--fiscal-year", "2024", "--out", in).status())
                .isEqualTo(2);
        assertThat(in).exists();
    }
}
