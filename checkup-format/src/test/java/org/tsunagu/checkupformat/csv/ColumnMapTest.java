package org.tsunagu.checkupformat.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.checkupformat.Documents;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

class ColumnMapTest {

    static final String MAP = """
            row	target	format	factor	values	required
            受診日	exam_date	era			1
            誕生日	birth_date
            男女	sex			♂=1|♀=2	1
            ＷＢＣ	2A010000001930101		100
            """;

    @TempDir
    Path folder;

    final List<Problem> problems = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(strings = {"tsunagu", "tsunagu-ja", "records-1-2-5-9"})
    void every_item_of_a_shipped_map_is_in_the_master(String name) {
        var table = org.tsunagu.codes.table.Table.read(name, ColumnMap.class.getResourceAsStream(name + ".tsv"));

        assertThat(ColumnMapFile.columns(table))
                .filteredOn(column -> !column.itemCode().isEmpty())
                .allMatch(column -> Documents.ITEMS.find(column.itemCode()).isPresent());
    }

    @Test
    void a_map_that_is_not_shipped_is_a_slip_of_the_program() {
        assertThatIllegalArgumentException().isThrownBy(() -> ColumnMap.shipped("nonsense"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-31j"})
    void a_users_map_needs_only_heading_and_target(String encoding) throws IOException {
        var text = encoding.equals("UTF-8") ? MAP : MAP.replace("♂", "男").replace("♀", "女");
        var map = read(text, encoding).orElseThrow();
        var csv = Csv.read(map, """
                WBC,男女,誕生日,受診日
                58,%s,1972/2/14,R06.05.10
                """.formatted(encoding.equals("UTF-8") ? "♀" : "女"));

        assertThat(problems).isEmpty();
        assertThat(csv.problems()).isEmpty();
        assertThat(csv.documents().getFirst().header().patient().sex().text()).isEqualTo("2");
        assertThat(csv.only().values().getFirst().text()).isEqualTo("5800");
    }

    @Test
    void what_cannot_be_used_in_a_map_is_named_with_its_line() throws IOException {
        assertThat(read(MAP.replace("exam_date", "exam_day"), "UTF-8")).isEmpty();

        assertThat(problems).hasSize(1);
        assertThat(problems.getFirst().code()).isEqualTo("CSV-MAP");
        assertThat(problems.getFirst().place().line()).isEqualTo(2);
        assertThat(problems.getFirst().arguments()).containsEntry("reason", "target = exam_day");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "target\nsex\n",
                "row\ttarget\tcolour\na\tsex\tblue\n",
                "row\ttarget\na\tsex\tx\n",
                "row\ttarget\n\tsex\n",
                "row\ttarget\tfactor\na\tsex\tmany\n",
                "row\ttarget\tvalues\na\tsex\t=1\n",
                "row\ttarget\tformat\na\tsex\tlunar\n",
                "row\ttarget\na\tsex\na\tbranch\n",
                "row\ttarget\trecord\tposition\na\tsex\t3\t1\n",
                "row\ttarget\trecord\tposition\na\tsex\t\t1\n",
                "row\ttarget\na\u0000\tsex\n"
            })
    void a_broken_map_is_a_problem_and_no_map(String text) throws IOException {
        assertThat(read(text, "UTF-8")).isEmpty();
        assertThat(problems).isNotEmpty().allMatch(problem -> problem.code().equals("CSV-MAP"));
    }

    Optional<ColumnMap> read(String text, String encoding) throws IOException {
        var file = folder.resolve("map.tsv");
        Files.write(file, text.getBytes(Charset.forName(encoding)));
        return ColumnMap.read(file, new Reporter(CheckupCatalogue.shipped(), problems::add));
    }
}
