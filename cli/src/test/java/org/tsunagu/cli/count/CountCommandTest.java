package org.tsunagu.cli.count;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.measures.mart.MartBuild;
import org.tsunagu.measures.mart.MartFolder;
import org.tsunagu.measures.mart.Partition;

class CountCommandTest {

    @TempDir
    Path folder;

    Path mart;

    @BeforeEach
    void two_men_and_a_woman() throws IOException, SQLException {
        mart = folder.resolve("mart");
        try (var build = MartBuild.begin(new MartFolder(mart))) {
            try (var rows = build.write(new Partition("person_year", "06139992", 2024), "")) {
                for (var sex : new String[] {"1", "1", "2"}) {
                    rows.row()
                            .text("p")
                            .text("06139992")
                            .number(2024)
                            .text(sex)
                            .number(50)
                            .text("本人")
                            .text("")
                            .text("")
                            .number(12)
                            .truth(true)
                            .truth(true)
                            .text("")
                            .text("source");
                }
            }
            build.publish();
        }
    }

    @Test
    void a_measure_is_counted_by_the_strata_asked_for() {
        var call = Cli.run("count", "MEMBERS", "--mart", mart, "--by", "fiscal_year,sex");

        assertThat(call.status()).isZero();
        assertThat(call.out().lines())
                .containsExactly(
                        "measure,title,fiscal_year,sex,dimension,dimension_value,part,whole,value,unit,certainty",
                        "MEMBERS,加入者数,2024,1,,,2,0,2,,derived",
                        "MEMBERS,加入者数,2024,2,,,1,0,1,,derived");
    }

    @Test
    void a_number_of_people_is_never_added_up_over_the_years() throws IOException, SQLException {
        years();

        var call = Cli.run("count", "MEMBERS", "MEMBERS", "--mart", mart, "--by", "sex");

        assertThat(call.out().lines())
                .containsExactly(
                        "measure,title,fiscal_year,sex,dimension,dimension_value,part,whole,value,unit,certainty",
                        "MEMBERS,加入者数,2023,1,,,1,0,1,,derived",
                        "MEMBERS,加入者数,2024,1,,,1,0,1,,derived");
        assertThat(call.err()).contains("年度ごとの人数");
    }

    @Test
    void claims_of_nobody_are_told_and_the_unit_is_in_the_language_asked_for() throws IOException, SQLException {
        years();

        var call = Cli.run("count", "COST-PER-CLAIM", "--mart", mart, "--lang", "en");

        assertThat(call.out()).contains("COST-PER-CLAIM,cost per claim,2024,,,1000,1,1000,yen,derived");
        assertThat(call.err()).contains("1 of 2 claims are matched to nobody");
        assertThat(Cli.run("count", "CLAIMS-UNMATCHED", "--mart", mart).out()).contains(",2024,,,1,2,50.00,%,derived");
    }

    /// One man in two years, a claim of his and one of nobody.
    private void years() throws IOException, SQLException {
        mart = folder.resolve("years");
        try (var build = MartBuild.begin(new MartFolder(mart))) {
            for (var year : new int[] {2023, 2024}) {
                try (var rows = build.write(new Partition("person_year", "06139992", year), "")) {
                    rows.row()
                            .text("p")
                            .text("06139992")
                            .number(year)
                            .text("1")
                            .number(50)
                            .text("本人")
                            .text("")
                            .text("")
                            .number(12)
                            .truth(true)
                            .truth(true)
                            .text("")
                            .text("source");
                }
            }
            try (var rows = build.write(new Partition("claim", "06139992", 2024), "")) {
                for (var person : new String[] {"p", ""}) {
                    rows.row()
                            .big(person.length())
                            .text(person)
                            .text("06139992")
                            .number(2024)
                            .number(202405)
                            .text("MED")
                            .truth(false)
                            .number(1)
                            .big(1000)
                            .text("0402")
                            .text("");
                }
            }
            build.publish();
        }
    }

    @Test
    void everything_goes_into_a_file() throws IOException {
        var call = Cli.run("count", "ALL", "--mart", mart, "--out", folder.resolve("figures.csv"));

        assertThat(call.status()).isZero();
        assertThat(Files.readAllLines(folder.resolve("figures.csv")))
                .contains("CHECKUP-RATE,特定健診実施率,2024,,,0,3,0.0,%,source");
    }

    @Test
    void a_name_that_is_none_is_said() {
        var call = Cli.run("count", "HAPPINESS", "--mart", mart);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("HAPPINESS");
    }

    @Test
    void a_folder_without_a_mart_is_said() {
        assertThat(Cli.run("count", "MEMBERS", "--mart", folder.resolve("nothing"))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void strata_that_are_none_are_said() {
        assertThat(Cli.run("count", "MEMBERS", "--mart", mart, "--by", "shoe_size")
                        .err())
                .contains("age_band");
    }

    @Test
    void the_list_says_what_each_measure_counts() {
        assertThat(Cli.run("count", "--list").out()).contains("HBA1C-8").contains("unconfirmed");
    }
}
