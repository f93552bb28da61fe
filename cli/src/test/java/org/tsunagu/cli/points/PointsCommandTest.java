package org.tsunagu.cli.points;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

class PointsCommandTest {

    static final String HEADING = "id,period,level,events";

    @TempDir
    Path folder;

    private Cli points(String... lines) throws IOException {
        var in = Files.writeString(folder.resolve("in.csv"), String.join("\n", lines) + "\n");
        return Cli.run("points", in, "--out", folder.resolve("out.csv"));
    }

    private List<String> written() throws IOException {
        return Files.readAllLines(folder.resolve("out.csv"));
    }

    @Test
    void what_is_ignored_stands_there_as_it_was_written() throws IOException {
        points(HEADING, "a,4,1,ＩＮＤ：30；ＸＹＺ：5 ; t e l:4");

        assertThat(Csv.column(folder.resolve("out.csv"), "ignored")).containsExactly("ＸＹＺ：5;t e l:4");
    }

    @Test
    void everybody_gets_a_row_in_the_order_of_the_input() throws IOException {
        var call = points(
                HEADING,
                "a,4,1,IND:30;TEL:5;WW2",
                "b,4,1,EARLY_SAME_DAY;IND:30;TEL:10;HABIT_DIET;HABIT_EXERCISE",
                "\"c, d\",3,1,MAIL_A;MAIL_A;MAIL_A;MAIL_A;MAIL_B;MAIL_B;MAIL_B;MAIL_B",
                "e,4,2,",
                "f,2,1,IND_A:60;IND_B:4");

        assertThat(call.status()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out()).contains("5人", "足りている人 3人");
        assertThat(written())
                .containsExactly(
                        "id,points,needed,finished,ignored,reasons",
                        "a,280,180,true,,P4-IND=70(IND:30);P4-TEL=30(TEL:5);P4-WW2=180(WW2);FIN-4-POINTS=true(280)",
                        "b,160,180,false,,P4-EARLY-SAME-DAY=20(EARLY_SAME_DAY);P4-IND=70(IND:30);P4-TEL=30(TEL:10);"
                                + "P4-HABIT-DIET=20(HABIT_DIET);P4-HABIT-EXERCISE=20(HABIT_EXERCISE);"
                                + "FIN-4-POINTS=false(160);still_needed=20",
                        "\"c, d\",180,180,true,,"
                                + "P3-MAIL-A=40(MAIL_A);P3-MAIL-A=40(MAIL_A);P3-MAIL-A=40(MAIL_A);P3-MAIL-A=40(MAIL_A);"
                                + "P3-MAIL-B=5(MAIL_B);P3-MAIL-B=5(MAIL_B);P3-MAIL-B=5(MAIL_B);P3-MAIL-B=5(MAIL_B);"
                                + "FIN-2A-B1=true(160);FIN-2A-B2=true(180)",
                        "e,0,0,true,,no_points_needed",
                        "f,120,180,false,IND_B:4,P2-IND-A=120_at_most(IND_A:60);P2-IND-B=below_minimum(IND_B:4);"
                                + "FIN-2A-A=false(120);still_needed=60");
    }

    @Test
    void what_does_not_count_is_listed_as_written_with_its_reason() throws IOException {
        points(HEADING, "a,4,1,ww1;WW2; ＴＥＬ：４ ;HABIT_DIET;HABIT_DIET;EARLY_WEEK1;EARLY_SAME_DAY;;");

        var row = Csv.read(folder.resolve("out.csv")).getFirst().getFieldsAsMap();
        assertThat(row)
                .containsEntry("points", "220")
                .containsEntry("finished", "true")
                .containsEntry("ignored", "ww1;ＴＥＬ：４;HABIT_DIET;EARLY_WEEK1");
        assertThat(row.get("reasons"))
                .contains(
                        "P4-WW1=beside_better(WW1)",
                        "P4-TEL=below_minimum(TEL:4)",
                        "P4-HABIT-DIET=counted_before(HABIT_DIET)",
                        "P4-EARLY-WEEK1=beside_better(EARLY_WEEK1)");
    }

    @ParameterizedTest
    @CsvSource({
        "XYZ:5, unknown_item",
        "IND_A:30, unknown_item",
        "IND:abc, not_minutes",
        "IND:-5, not_minutes",
        "IND:1.5, not_minutes",
        "IND:99999, not_minutes",
        "IND:, minutes_missing",
        "IND, minutes_missing",
        "WW1:, minutes_missing"
    })
    void a_support_that_cannot_be_read_is_told_and_the_others_still_count(String support, String why)
            throws IOException {
        var call = points(HEADING, "a,4,1,TEL:5;" + support, "b,4,1,TEL:5");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).contains("2行4列（events）：「" + support + "」").doesNotContain("3行");
        assertThat(written())
                .element(1)
                .isEqualTo("a,30,180,false,%s,events=%s(%s);P4-TEL=30(TEL:5);FIN-4-POINTS=false(30);still_needed=150"
                        .formatted(support, why, support));
        assertThat(written()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "'a,9,1,IND:30', 'a,,,,,period=not_a_period(9)'",
        "'a,1,1,IND:30', 'a,,,,,period=not_a_period(1)'",
        "'a,,1,IND:30', 'a,,,,,period=missing'",
        "'a,4,5,IND:30', 'a,,,,,level=not_a_level(5)'",
        "'a,4,,IND:30', 'a,,,,,level=missing'",
        "'a,4,3,IND:30', 'a,,,,,level=no_guidance(3)'",
        "'a,4,判定不能,IND:30', 'a,,,,,level=no_guidance(判定不能)'",
        "'a,4,モデル実施,IND:30', 'a,,,,,level=not_in_period(モデル実施)'",
        "'a,2,動機付け支援相当,', 'a,,,,,level=not_in_period(動機付け支援相当)'",
        "'a,x,y,z', 'a,,,,,period=not_a_period(x);level=not_a_level(y)'",
        "'a', 'a,,,,,period=missing;level=missing'"
    })
    void a_row_that_cannot_be_counted_says_why_and_the_run_goes_on(String row, String written) throws IOException {
        var call = points(HEADING, row, "b,4,1,WW2");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).contains("2行");
        assertThat(written()).element(1).isEqualTo(written);
        assertThat(written()).element(2).asString().startsWith("b,180,180,true,,");
    }

    @ParameterizedTest
    @CsvSource({
        "1, 180",
        "２, 0",
        "積極的支援, 180",
        "動機付け支援, 0",
        "動機づけ支援, 0",
        "動機付け支援相当, 0",
        "Active, 180",
        "motivational support, 0",
        "intensive, 180",
        "MOTIVATIONAL, 0"
    })
    void levels_may_be_written_as_judge_writes_them_or_by_name(String level, String needed) throws IOException {
        assertThat(points(HEADING, "a,4," + level + ",MAIL").status()).isZero();
        assertThat(Csv.column(folder.resolve("out.csv"), "needed")).containsExactly(needed);
    }

    @Test
    void support_b_never_replaces_support_a() throws IOException {
        points(HEADING, "a,3,1,IND_A:30;IND_B:10;IND_B:10;IND_B:10");

        assertThat(written())
                .element(1)
                .asString()
                .startsWith("a,180,180,false,,")
                .endsWith("still_needed=40");
    }

    @Test
    void columns_may_stand_in_any_order_with_a_byte_order_mark_and_line_ends_of_windows() throws IOException {
        var in = Files.writeString(
                folder.resolve("in.csv"), "\ufeffevents,level,id,period\r\n\"IND:30;TEL:5\",1,a,4\r\n");
        assertThat(Cli.run("points", in, "--out", folder.resolve("out.csv")).status())
                .isZero();
        assertThat(written()).element(1).asString().startsWith("a,100,180,false,,");
    }

    @Test
    void many_rows_are_written_as_they_are_read() throws IOException {
        var rows = IntStream.range(0, 20_000)
                .mapToObj(number -> number + ",4,1,IND:30;MAIL;HABIT_REST")
                .collect(Collectors.joining("\n", HEADING + "\n", "\n"));
        var in = Files.writeString(folder.resolve("in.csv"), rows, StandardCharsets.UTF_8);

        assertThat(Cli.run("points", in, "--out", folder.resolve("out.csv")).status())
                .isZero();
        assertThat(written()).hasSize(20_001).last().asString().startsWith("19999,120,180,false,,");
    }

    @Test
    void what_is_no_usable_call_ends_with_2_and_writes_nothing() throws IOException {
        assertThat(points("id,level", "a,1").err()).contains("必要な列がありません：period events");
        assertThat(folder.resolve("out.csv")).doesNotExist();
        assertThat(points().status()).isEqualTo(2);
        assertThat(Cli.run("points", folder.resolve("none.csv"), "--out", folder.resolve("out.csv"))
                        .status())
                .isEqualTo(2);
        assertThat(Cli.run("points", folder.resolve("in.csv"), "--out", folder).status())
                .isEqualTo(2);
        assertThat(Cli.run("points", folder.resolve("in.csv"), "--out", folder.resolve("in.csv/out.csv"))
                        .status())
                .isEqualTo(2);
        assertThat(Cli.run("points", folder.resolve("in.csv")).status()).isEqualTo(2);
    }
}
