package org.tsunagu.claimsformat.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;

/// Where the kinds of claims differ (chapter 4): the columns that move.
class KindsTest {

    static Written read(Kind kind, String... rows) {
        return Written.read(Family.PROVIDER, Optional.of(kind), List.of(rows));
    }

    /// A row with values at some columns: `SS 1=11 76=100`.
    static String row(String record, String... cells) {
        var values = new String[120];
        Arrays.fill(values, "");
        values[0] = record;
        var last = 0;
        for (var cell : cells) {
            var column = Integer.parseInt(cell.substring(0, cell.indexOf('=')));
            values[column] = cell.substring(cell.indexOf('=') + 1);
            last = Math.max(last, column);
        }
        return String.join(",", Arrays.copyOf(values, last + 1));
    }

    @Test
    void dental_records_have_their_own_columns() {
        var read = read(
                Kind.DENTAL,
                row("UK", "1=1", "2=13", "3=3", "4=7654321", "6=試験歯科", "7=202405", "9=00"),
                row("IR", "1=1", "2=13", "3=3", "4=7654321", "6=202405"),
                row(
                        "RE",
                        "1=1",
                        "2=3111",
                        "3=202404",
                        "4=試験　太郎",
                        "5=1",
                        "6=19600101",
                        "13=0296",
                        "19=12345678901234567",
                        "25=シケンタロウ"),
                row("HO", "1=01130012", "2=1", "3=2", "4=2", "5=438", "6=3", "7=1920"),
                row("HS", "1=20240401", "2=1", "4=52200635220064", "9=01"),
                row("SS", "1=11", "2=1", "3=301000110", "76=208", "77=2"),
                row("TO", "1=40", "2=1", "3=700000001", "4=1", "12=22", "13=1"),
                "GO,1,438,99");

        assertThat(read.checks()).isEmpty();
        var claim = read.claim();
        assertThat(claim.kind()).isEqualTo(Kind.DENTAL);
        assertThat(claim.institution()).isEqualTo(new Institution("1", "13", "3", "7654321", "試験歯科"));
        assertThat(claim.claimMonth()).contains(YearMonth.parse("2024-05"));
        assertThat(claim.specialNotes()).containsExactly("02", "96");
        assertThat(claim.searchNumber()).isEqualTo("12345678901234567");
        assertThat(claim.person().kana()).isEqualTo("シケンタロウ");
        assertThat(claim.amounts().mealYen()).isEqualTo(1920);
        assertThat(claim.amounts().linePoints()).isEqualTo(438);
        assertThat(claim.diseases()).extracting(DiseaseRow::code).containsExactly("5220063", "5220064");
        assertThat(claim.mainDisease().map(DiseaseRow::code)).contains("5220063");
        assertThat(claim.isInpatient()).isTrue();
    }

    @Test
    void a_dispensing_record_gives_a_line_for_every_fee() {
        var read = read(
                Kind.DISPENSING,
                row("YK", "1=1", "2=13", "3=4", "4=7000001", "5=試験薬局", "6=202405", "7=00"),
                row(
                        "RE",
                        "1=1",
                        "2=4112",
                        "3=202404",
                        "4=試験　太郎",
                        "5=1",
                        "6=19600101",
                        "8=02",
                        "9=13",
                        "10=1",
                        "11=1234567",
                        "37=1234",
                        "41=シケンタロウ"),
                row("HO", "1=01130012", "2=1", "3=2", "4=1", "5=250"),
                row("SH", "1=1", "2=1"),
                row(
                        "CZ",
                        "1=1",
                        "2=20240331",
                        "3=20240401",
                        "4=1",
                        "5=14",
                        "6=1",
                        "9=410000001",
                        "10=24",
                        "13=70",
                        "57=1",
                        "60=440000001",
                        "61=28"),
                row("CZ", "1=1", "2=20240331", "3=20240415", "4=2", "5=14", "13=70"),
                row("IY", "1=1", "2=620000001", "3=1.5"),
                row("KI", "1=20240401", "2=1", "3=1", "4=410000010", "5=45", "7=1", "8=440000010", "9=1", "10=13"),
                "GO,1,250,99");

        assertThat(read.checks()).isEmpty();
        var claim = read.claim();
        assertThat(claim.prescriber()).contains(new Institution("", "13", "1", "1234567", ""));
        assertThat(claim.specialNotes()).containsExactly("02");
        assertThat(claim.person().kana()).isEqualTo("シケンタロウ");
        assertThat(claim.days()).isEqualTo(1);
        assertThat(claim.amounts().linePoints()).isEqualTo(250);
        assertThat(claim.decided().lines())
                .extracting(Line::record)
                .containsExactly("CZ", "CZ", "CZ", "CZ", "IY", "KI", "KI");
        var drug = claim.decided().lines().get(4);
        assertThat(drug.code()).isEqualTo("620000001");
        assertThat(drug.times()).isEqualTo(28);
        assertThat(drug.unit()).isEqualTo(claim.decided().lines().getFirst().unit());
        assertThat(claim.decided().lines().getFirst().date()).contains(LocalDate.parse("2024-03-31"));
        assertThat(claim.mainDisease()).isEmpty();
    }

    @Test
    void a_dispensing_sum_that_does_not_fit_is_only_a_note_because_the_rule_is_not_confirmed() {
        var read = read(
                Kind.DISPENSING,
                row("YK", "1=1", "2=13", "3=4", "4=7000001", "6=202405"),
                row("RE", "1=1", "2=4112", "3=202404", "4=試験　太郎", "5=1", "6=19600101"),
                row("HO", "1=01130012", "2=1", "3=2", "4=1", "5=46"),
                row("KI", "1=20240401", "2=1", "3=1", "4=410000010", "5=45"),
                "GO,1,46,99");

        assertThat(read.checks()).containsExactly("CLM-LINE-SUM-UNCONFIRMED");
    }

    @Test
    void dpc_adds_the_bundled_total_and_never_the_included_services() {
        var read = read(
                Kind.DPC,
                "IR,1,13,1,1234567,,テスト病院,202405,00,",
                row(
                        "RE",
                        "1=1",
                        "2=1111",
                        "3=202404",
                        "4=試験　太郎",
                        "5=1",
                        "6=19600101",
                        "11=02",
                        "14=",
                        "18=0",
                        "20=12345678901234567",
                        "28=シケンタロウ"),
                row("HO", "1=01130012", "2=1", "3=2", "4=10", "5=29500", "7=27", "8=17280"),
                row("BU", "1=040080x099x0xx", "2=20240401"),
                row("SB", "1=4878001", "5=21"),
                row("SB", "1=4860003", "4=J159", "5=11"),
                row("GT", "1=202404", "2=2", "4=1", "8=30000", "9=93"),
                row("GT", "1=202403", "2=3", "4=1", "8=-1000", "9=93"),
                row("SI", "1=50", "2=1", "3=150000110", "5=500", "6=1"),
                row("CD", "1=20240402", "2=33", "3=1", "4=1", "5=620000001", "6=2", "9=3"),
                "GO,1,29500,99");

        assertThat(read.checks()).isEmpty();
        var claim = read.claim();
        assertThat(claim.amounts().linePoints()).isEqualTo(29_500);
        assertThat(claim.amounts().costYen()).isEqualTo(295_000 + 17_280);
        assertThat(claim.searchNumber()).isEqualTo("12345678901234567");
        assertThat(claim.person().kana()).isEqualTo("シケンタロウ");
        assertThat(claim.mainDisease().map(DiseaseRow::code)).contains("4860003");
        assertThat(claim.decided().lines().getLast().counting()).isEqualTo(Line.Counting.NOT_COUNTED);
        assertThat(claim.decided().lines().getLast().date()).contains(LocalDate.parse("2024-04-02"));
    }

    @Test
    void under_a_dpc_summary_only_the_summary_counts() {
        var read = Written.insurer(
                Kind.DPC,
                "2,1,0,MN,1,,13143605000000001",
                "1,2,0,IR,1,13,1,1234567,,テスト病院,202405,00,",
                "1,3,0," + row("RE", "1=1", "2=1111", "3=202404", "4=試験　太郎", "5=1", "6=19600101", "18=1"),
                "1,4,0,HO,01130012,1,2,10,300",
                "1,5,0,SI,50,1,150000110,,300,1",
                "1,6,0," + row("RE", "1=1", "2=1111", "3=202404", "4=試験　太郎", "5=1", "6=19600101", "18=2"),
                "1,7,0,HO,01130012,1,2,5,200",
                "1,8,0,SI,50,1,150000110,,200,1",
                "1,9,0," + row("RE", "1=1", "2=1111", "3=202404", "4=試験　太郎", "5=1", "6=19600101", "18="),
                "1,10,0,HO,01130012,1,2,5,100",
                "1,11,0,SI,50,1,150000110,,100,1");

        assertThat(read.claims())
                .extracting(Claim::status)
                .containsExactly(Status.COUNTED, Status.UNDER_SUMMARY, Status.UNDER_SUMMARY);
        assertThat(read.claims())
                .extracting(claim -> claim.amounts().pointsDecided())
                .containsExactly(300L, 0L, 0L);
        assertThat(read.checks()).containsExactly("CLM-DPC-SUMMARY");
    }

    @Test
    void nursing_is_yen_and_its_name_in_kana_stands_before_the_sex() {
        var read = read(
                Kind.NURSING,
                row("HM", "1=1", "2=13", "3=6", "4=9000001", "5=試験ステーション", "6=202405"),
                row("RE", "1=1", "2=6112", "3=202404", "4=試験　太郎", "5=シケンタロウ", "6=2", "7=19600101", "14=1234"),
                row("HO", "1=01130012", "2=1", "3=2", "4=4", "5=22200"),
                row("SY", "1=4359021", "2=8002", "3=脳卒中"),
                row("KA", "1=20240401", "2=1", "3=510000110", "5=5550"),
                row("KA", "1=20240408", "2=1", "3=510000110", "5=16650"),
                "GO,1,22200,99");

        assertThat(read.checks()).isEmpty();
        var claim = read.claim();
        assertThat(claim.person().kana()).isEqualTo("シケンタロウ");
        assertThat(claim.person().sex().map(sex -> sex.code())).contains("2");
        assertThat(claim.amounts().costYen()).isEqualTo(22_200);
        assertThat(claim.mainDisease().map(DiseaseRow::code)).contains("4359021");
        assertThat(claim.diseases().getFirst().modifiers()).containsExactly("8002");
    }

    @Test
    void a_file_that_is_not_named_tells_its_kind_itself() {
        var dental = Written.read(
                Family.PROVIDER,
                Optional.empty(),
                List.of(
                        row("IR", "1=1", "2=13", "3=3", "4=7654321", "6=202405"),
                        row("RE", "1=1", "2=3112", "3=202404", "4=x", "5=1", "6=19600101"),
                        row("HO", "1=01130012", "5=0"),
                        "GO,1,0,99"));
        var dpc = Written.provider(
                row("RE", "1=1", "2=1111", "3=202404", "4=x", "5=1", "6=19600101", "18=0"),
                row("HO", "1=01130012", "5=0"),
                row("BU", "1=040080x099x0xx"));

        assertThat(dental.claim().kind()).isEqualTo(Kind.DENTAL);
        assertThat(dpc.claim().kind()).isEqualTo(Kind.DPC);
    }

    @Test
    void the_search_number_of_insurer_files_stands_in_another_column_for_dental() {
        var medical = Written.insurer(
                Kind.MEDICAL,
                "2,1,0,MN,1,東京都,13143605000000001",
                "1,2,0,IR,1,13,1,1234567,,x,202405",
                "1,3,0,RE,1,1112,202404,x,1,19600101",
                "1,4,0,HO,01130012,1,2,1,0");
        var dental = Written.insurer(
                Kind.DENTAL,
                "2,1,0,MN,1,試験歯科,東京都,13343605000000001",
                "1,2,0,IR,1,13,3,1234567,,202405",
                "1,3,0,RE,1,3112,202404,x,1,19600101",
                "1,4,0,HO,01130012,1,2,1,0");

        assertThat(medical.claim().searchNumber()).isEqualTo("13143605000000001");
        assertThat(dental.claim().searchNumber()).isEqualTo("13343605000000001");
    }

    @Test
    void organ_donors_rows_are_kept_and_not_added() {
        var read = Written.provider(
                Written.RE,
                Written.HO + 100,
                "SI,50,1,150000110,,100,1",
                "TI,1,1",
                "TR,1,1992,202404,,1,19700101",
                "TS,1,900",
                "SY,8848176,20240401,1,,,01",
                "SI,50,1,150000110,,900,1");

        assertThat(read.checks()).isEmpty();
        assertThat(read.claim().amounts().linePoints()).isEqualTo(100);
        assertThat(read.claim().decided().lines()).hasSize(2);
        assertThat(read.claim().diseases()).isEmpty();
    }
}
