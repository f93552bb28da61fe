package org.tsunagu.cli.plan;

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

class PlanCommandTest {

    static final String HEADING = "group,fiscal_year,eligible,rate";

    @TempDir
    Path folder;

    private Cli plan(String... lines) throws IOException {
        var in = Files.writeString(folder.resolve("in.csv"), String.join("\n", lines) + "\n");
        return Cli.run("plan", in, "--out", folder.resolve("out.csv"));
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    /// Two years of a plan that a society published in 2018.
    @Test
    void a_published_plan_comes_out_with_its_totals() throws IOException {
        var call = plan(
                HEADING,
                "組合員男性,2018,6370,30%",
                "組合員女性,2018,9850,30%",
                "家族男性,2018,840,30%",
                "家族女性,2018,4470,30%",
                "組合員男性,2023年度,\"6,420\",70%",
                "組合員女性,2023,11060,0.7",
                "家族男性,２０２３,740,70",
                "家族女性,2023,4060,７０％");

        assertThat(call.status()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).contains("8行、2年度分");
        assertThat(written())
                .containsExactly(
                        "group,fiscal_year,eligible,rate,planned,reason",
                        "組合員男性,2018,6370,30%,1911,",
                        "組合員女性,2018,9850,30%,2955,",
                        "家族男性,2018,840,30%,252,",
                        "家族女性,2018,4470,30%,1341,",
                        "組合員男性,2023,6420,70%,4494,",
                        "組合員女性,2023,11060,70%,7742,",
                        "家族男性,2023,740,70%,518,",
                        "家族女性,2023,4060,70%,2842,",
                        "total,2018,21530,30.0%,6459,",
                        "total,2023,22280,70.0%,15596,");
    }

    @Test
    void totals_are_sums_of_rounded_numbers() throws IOException {
        plan(HEADING, "a,2024,5,10%", "b,2024,5,10%", "c,2025,0,10%");

        assertThat(written()).contains("a,2024,5,10%,1,", "total,2024,10,20.0%,2,", "total,2025,0,-,0,");
    }

    @ParameterizedTest
    @CsvSource({
        "'b,24,5,10%', 'b,24,5,10%,,fiscal_year=not_a_year(24)', false",
        "'b,2024,five,10%', 'b,2024,five,10%,,eligible=not_a_number(five)', true",
        "'b,2024,-5,10%', 'b,2024,-5,10%,,eligible=not_a_number(-5)', true",
        "'b,2024,5.5,10%', 'b,2024,5.5,10%,,eligible=not_a_number(5.5)', true",
        "'b,2024,5,', 'b,2024,5,,,rate=missing', true",
        "'b,2024,5,101%', 'b,2024,5,101%,,rate=not_a_rate(101%)', true",
        "'b,2024,,x', 'b,2024,,x,,eligible=missing;rate=not_a_rate(x)', true",
        "'合計,2024,5,10%', '合計,2024,5,10%,,group=is_a_total(合計)', true",
        "'Total,2024,5,10%', 'Total,2024,5,10%,,group=is_a_total(Total)', true"
    })
    void a_row_that_cannot_be_read_says_why_and_is_not_in_the_total(String row, String written, boolean isLeftOut)
            throws IOException {
        var call = plan(HEADING, "a,2024,100,10%", row);

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).contains("3行");
        assertThat(written()).element(2).isEqualTo(written);
        assertThat(written()).last().isEqualTo("total,2024,100,10.0%,10," + (isLeftOut ? "rows_left_out=1" : ""));
    }

    @Test
    void a_group_that_is_there_twice_is_named_and_counted() throws IOException {
        var call = plan(HEADING, "a,2024,100,10%", "a,2025,100,10%", "a,2024,100,10%");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).contains("4行1列（group）：「a」の同じ年度の行が二つあります。どちらも数えます。");
        assertThat(written()).contains("a,2024,100,10%,10,group=twice(a)", "total,2024,200,10.0%,20,");
    }

    @Test
    void the_help_says_how_a_rate_is_written() {
        assertThat(Cli.run("plan", "--help", "--lang", "en").out().replaceAll("\\s+", " "))
                .contains("2018,6370,30%")
                .contains("rate: 30%, or without the sign a fraction up to 1")
                .contains("from 0% to 100%.");
    }

    @Test
    void what_is_no_usable_call_ends_with_2() throws IOException {
        assertThat(plan("group,eligible", "a,1").err()).contains("必要な列がありません：fiscal_year rate");
        assertThat(Cli.run("plan", folder.resolve("none.csv"), "--out", folder.resolve("out.csv"))
                        .status())
                .isEqualTo(2);
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(Cli.run("plan", folder.resolve("in.csv"), "--out", folder).status())
                .isEqualTo(2);
    }
}
