package org.tsunagu.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;

/// `claims` from files to results: what the columns hold is a promise to those who read them.
class ClaimsCommandTest {

    static final Charset WINDOWS = Charset.forName("windows-31j");
    static final List<String> GOOD = List.of(
            "IR,1,13,1,1234567,,テスト病院,202405,00,",
            "RE,1,1112,202404,試験　太郎,1,19600101",
            "HO,01130012,１２,３４,2,388",
            "SY,8848176,20240401,1,,,01",
            "SI,11,1,111000110,,288,1",
            "IY,21,1,620000001,1.5,,2",
            "IY,,1,620000002,3,50,2",
            "GO,1,388,99");
    static final List<String> REVIEWED = List.of(
            "2,1,0,MN,1,東京都,13143605000000001",
            "1,2,0,IR,1,13,1,1234567,,テスト病院,202405,00,",
            "1,3,0,RE,1,1112,202404,試験　太郎,1,19600101",
            "1,4,0,HO,01130012,=1+1,３４,1,361",
            "1,5,0,SI,11,1,111000110,,288,1",
            "1,6,0,SI,12,1,112007410,,73,1",
            "2,4,1,HO,01130012,=1+1,３４,1,288",
            "2,7,0,JY,3,6,0,,B,,",
            "2,8,0,JY,2,4,0,5,B,4,1",
            "2,9,0,ON,1,2");

    @TempDir
    Path folder;

    Path out;

    @BeforeEach
    void results() {
        out = folder.resolve("out");
    }

    Path write(String name, List<String> rows) throws IOException {
        return Files.write(folder.resolve(name), (String.join("\r\n", rows) + "\r\n\u001a").getBytes(WINDOWS));
    }

    List<String> lines(String name) throws IOException {
        return Files.readAllLines(out.resolve(name));
    }

    @Test
    void a_good_file_gives_claims_lines_and_no_finding() throws IOException {
        var file = write("RECEIPTC.UKE", GOOD);

        var run = Cli.run("claims", file, "--out", out, "-q");

        assertThat(run.status()).isZero();
        assertThat(lines("claims.csv"))
                .containsExactly(
                        "file,claim_id,kind,inpatient,care_month,claim_month,insurer_number,symbol,number,branch,sex,"
                                + "birth_date,institution,days,points_claimed,points_decided,line_points,meal_yen,"
                                + "main_disease_code,main_icd10,corrections,status",
                        file + ",1-1,MED,0,2024-04,2024-05,01130012,１２,３４,,1,1960-01-01,1311234567,2,388,388,388,0,"
                                + "8848176,,0,counted");
        assertThat(lines("lines.csv"))
                .containsExactly(
                        "claim_id,seq,record,care_class,code,quantity,points,times,line_points,payer,yen,decided",
                        "1-1,1,SI,11,111000110,,288,1,288,1,0,kept",
                        "1-1,2,IY,21,620000001,1.5,0,2,0,1,0,kept",
                        "1-1,3,IY,21,620000002,3,50,2,100,1,0,kept");
        assertThat(lines("findings.csv")).containsExactly("file,line,claim_id,check,severity,message");
        assertThat(run.out()).contains("388");
    }

    @Test
    void what_the_review_cut_is_in_the_rows_and_in_the_report() throws IOException {
        var file = write("11_RECODEINFO_MED.CSV", REVIEWED);

        var run = Cli.run("claims", file, "--out", out, "-q", "--lang", "en");

        assertThat(run.status()).isZero();
        assertThat(lines("claims.csv").getLast())
                .contains(",361,288,288,")
                .endsWith(",,,2,counted")
                .contains(",=1+1,");
        assertThat(lines("lines.csv").stream().skip(1).map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("kept", "removed");
        assertThat(lines("findings.csv").getLast())
                .contains("CLM-RECORD-UNKNOWN,warning")
                .contains("ON");
        var report = Files.readString(out.resolve("report.html"));
        assertThat(report).contains("Excessive or duplicate", "<td class=\"number\">73</td>", "Unknown records");
        assertThat(report).doesNotContain("試験", "太郎", "src=", "<script");
    }

    @Test
    void the_report_is_complete_in_japanese_and_english() throws IOException {
        var file = write(
                "RECEIPTC.UKE",
                Stream.concat(GOOD.stream().limit(6), Stream.of("GO,1,388,99")).toList());
        for (var language : List.of("ja", "en")) {
            assertThat(Cli.run("claims", file, "--out", out, "-q", "--lang", language)
                            .status())
                    .isEqualTo(1);
            var report = Files.readString(out.resolve("report.html"));
            assertThat(report).contains("lang=\"" + language + "\"", "CLM-LINE-SUM", "1-1");
            assertThat(report.contains("合計の合わないレセプト")).isEqualTo(language.equals("ja"));
        }
    }

    @Test
    void something_that_does_not_fit_ends_with_1_and_nothing_readable_with_2() throws IOException {
        var wrong = write(
                "a.UKE",
                Stream.concat(GOOD.stream().limit(7), Stream.of("GO,2,388,99")).toList());
        var other = write("readme.txt", List.of("hello"));

        assertThat(Cli.run("claims", wrong, "--out", out, "-q").status()).isEqualTo(1);
        assertThat(Cli.run("claims", other, "--out", out, "-q").status()).isEqualTo(2);
        assertThat(Cli.run("claims", folder.resolve("nowhere"), "--out", out, "-q")
                        .status())
                .isEqualTo(2);
        assertThat(Cli.run("claims", wrong).status()).isEqualTo(2);
    }

    @Test
    void a_file_named_twice_is_read_once_and_a_copy_is_not_counted_again() throws IOException {
        var file = write("a.UKE", GOOD);
        write("b.UKE", GOOD);

        Cli.run("claims", file, file, folder, "--out", out, "-q");

        assertThat(lines("claims.csv").stream().map(line -> line.substring(line.lastIndexOf(',') + 1)))
                .containsExactly("status", "counted", "duplicate", "duplicate");
    }

    @Test
    void results_that_cannot_be_written_leave_nothing_that_looks_whole() throws IOException {
        var file = write("a.UKE", GOOD);
        Files.writeString(folder.resolve("taken"), "a file, not a folder");

        var run = Cli.run("claims", file, "--out", folder.resolve("taken"), "-q");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isNotEmpty().doesNotContain("Exception");
    }
}
