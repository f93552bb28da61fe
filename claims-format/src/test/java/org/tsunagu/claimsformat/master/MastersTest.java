package org.tsunagu.claimsformat.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.tsunagu.codes.problem.Problem;

class MastersTest {

    @TempDir
    Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "resolution.cases.tsv", delimiter = '\t', numLinesToSkip = 1, emptyValue = "")
    void cases(
            String id,
            String editions,
            String successors,
            String code,
            String month,
            Resolved.How how,
            String edition,
            String resolved,
            String note) {
        write(editions, successors);

        var found = masters().find(MasterKind.DISEASE, digits(code), YearMonth.parse(month));

        assertThat(found.how()).isEqualTo(how);
        assertThat(found.code()).isEqualTo(digits(code));
        assertThat(found.row().map(MasterRow::code))
                .isEqualTo(optional(resolved).map(MastersTest::digits));
        assertThat(found.row().map(row -> row.edition().date().toString())).isEqualTo(optional(edition));
    }

    private static java.util.Optional<String> optional(String cell) {
        return java.util.Optional.ofNullable(cell).filter(text -> !text.isEmpty());
    }

    private static String digits(String code) {
        return "990000" + code;
    }

    private void write(String editions, String successors) {
        for (var edition :
                optional(editions).map(all -> List.of(all.split("\\|"))).orElse(List.of())) {
            var words = List.of(edition.split(" "));
            var file = MasterBytes.of(MasterKind.DISEASE);
            words.stream().skip(1).forEach(word -> disease(file, word));
            file.write(folder.resolve("in/b_ALL" + words.getFirst() + ".txt"));
        }
        if (optional(successors).isPresent()) {
            var file = MasterBytes.of(MasterKind.ABOLISHED_DISEASE);
            for (var pair : successors.split(" ")) {
                file.row(
                        "9", digits(pair.substring(0, 1)), Field.NAME, "旧", Field.SUCCESSOR, digits(pair.substring(2)));
            }
            file.write(folder.resolve("in/hb_ALL20240601.txt"));
        }
    }

    /// `1`, `1-20240630` with its last usable day, `1-20240630>2` with its successor.
    private static void disease(MasterBytes file, String word) {
        var parts = word.split("[->]");
        var last = parts.length > 1 ? parts[1] : RowSet.NEVER;
        var successor = parts.length > 2 ? digits(parts[2]) : digits(parts[0]);
        file.row("0", digits(parts[0]), Field.NAME, "病", Field.ABOLISHED_ON, last, Field.SUCCESSOR, successor);
    }

    private Masters masters() {
        var problems = new ArrayList<Problem>();
        var store = MasterStore.open(folder.resolve("store"), problems::add);
        if (folder.resolve("in").toFile().isDirectory()) {
            MasterLoader.load(folder.resolve("in"), store, problems::add);
        }
        assertThat(problems).isEmpty();
        return Masters.of(store);
    }

    @Test
    void a_row_that_is_new_in_its_edition_names_no_successor_and_is_read_in_its_columns() {
        MasterBytes.of(MasterKind.DISEASE)
                .row("3", "9900001", Field.NAME, "新しい病", Field.ICD10, "E11", Field.ABOLISHED_ON, "99999999")
                .write(folder.resolve("in/b_ALL20240601.txt"));

        var row = masters()
                .find(MasterKind.DISEASE, "9900001", YearMonth.parse("2024-06"))
                .row()
                .orElseThrow();

        assertThat(row.name()).isEqualTo("新しい病");
        assertThat(row.text(Field.ICD10)).isEqualTo("E11");
    }

    @Test
    void the_successor_of_a_material_stands_in_its_own_row() {
        var problems = new ArrayList<Problem>();
        var store = MasterStore.open(folder.resolve("store"), problems::add);
        MasterLoader.load(MasterBytes.sample(), store, problems::add);

        var found = Masters.of(store).find(MasterKind.MATERIAL, "790000099", YearMonth.parse("2024-07"));

        assertThat(found.how()).isEqualTo(Resolved.How.SUCCESSOR);
        assertThat(found.row().map(MasterRow::code)).contains("790000001");
    }

    @Test
    void the_day_of_the_last_change_says_nothing_about_the_beginning() {
        var problems = new ArrayList<Problem>();
        MasterBytes.of(MasterKind.DISEASE)
                .row("0", "9900001", Field.NAME, "病", Field.CHANGED_ON, "20240601", Field.ABOLISHED_ON, "99999999")
                .write(folder.resolve("in/b_ALL20200401.txt"));
        var store = MasterStore.open(folder.resolve("store"), problems::add);
        MasterLoader.load(folder.resolve("in"), store, problems::add);

        assertThat(Masters.of(store)
                        .find(MasterKind.DISEASE, "9900001", YearMonth.parse("2021-01"))
                        .how())
                .isEqualTo(Resolved.How.IN_FORCE);
    }

    @Test
    void without_masters_every_code_says_so() {
        var masters = Masters.none();

        assertThat(masters.has(MasterKind.ACT)).isFalse();
        assertThat(masters.find(MasterKind.ACT, "190000001", YearMonth.parse("2024-07"))
                        .how())
                .isEqualTo(Resolved.How.NOT_LOADED);
    }
}
