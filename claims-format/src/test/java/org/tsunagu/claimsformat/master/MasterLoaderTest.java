package org.tsunagu.claimsformat.master;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.codes.problem.Problem;

class MasterLoaderTest {

    static final YearMonth MONTH = YearMonth.parse("2024-09");

    @TempDir
    Path folder;

    final List<Problem> problems = new ArrayList<>();

    Path official() {
        return folder.resolve("official");
    }

    MasterStore store() {
        return MasterStore.open(folder.resolve("store"), problems::add);
    }

    List<Loaded> load() {
        return MasterLoader.load(official(), store(), problems::add);
    }

    List<String> codes() {
        return problems.stream().map(Problem::code).toList();
    }

    static MasterBytes drugs() {
        return MasterBytes.of(MasterKind.DRUG)
                .row("0", "690000001", Field.NAME, "みほん薬一", Field.PRICE, "10.00", Field.ABOLISHED_ON, "99999999")
                .row("0", "690000002", Field.NAME, "みほん薬二", Field.PRICE, "20.00", Field.ABOLISHED_ON, "99999999");
    }

    @Test
    void the_invented_sample_is_loaded_with_every_kind() {
        var loaded = MasterLoader.load(MasterBytes.sample(), store(), problems::add);

        assertThat(loaded).extracting(one -> one.edition().kind()).containsExactly(MasterKind.values());
        assertThat(loaded)
                .allSatisfy(one -> assertThat(one.edition().rows()).isBetween(50, 60))
                .allSatisfy(one -> assertThat(one.edition().added())
                        .isEqualTo(one.edition().rows()))
                .allSatisfy(one -> assertThat(one.hash()).matches("[0-9a-f]{64}"));
        assertThat(codes()).containsExactly("MST-IGNORED"); // its README
        assertThat(store().editions()).hasSize(9);
    }

    @Test
    void zipped_files_in_sub_folders_and_in_a_zip_are_found() throws IOException {
        var file = drugs().bytes();
        MasterBytes.write(official().resolve("a/y_ALL20240601.zip"), MasterBytes.zip("y_20240601.csv", file));
        var inner = MasterBytes.zip(
                "anything.csv",
                MasterBytes.of(MasterKind.ACT).named("190000001", "みほん行為").bytes());
        MasterBytes.write(official().resolve("b/all.zip"), MasterBytes.zip("s_ALL20240531.zip", inner));

        assertThat(load())
                .extracting(one -> one.edition().kind(), one -> one.edition().isMerged())
                .containsExactly(tuple(MasterKind.ACT, false), tuple(MasterKind.DRUG, false));
        assertThat(codes()).isEmpty();
    }

    @Test
    void the_same_content_is_recognised_zipped_or_not() {
        drugs().write(official().resolve("y_ALL20240601.csv"));
        load();
        MasterBytes.write(
                official().resolve("again/y_ALL20240601.zip"), MasterBytes.zip("y_ALL20240601.csv", drugs().bytes()));

        assertThat(load()).extracting(Loaded::isNew).containsExactly(false, false);
        assertThat(codes()).containsExactly("MST-KNOWN", "MST-KNOWN");
        assertThat(store().editions()).hasSize(1);
    }

    @Test
    void a_differential_changes_only_the_columns_it_fills() {
        drugs().write(official().resolve("y_ALL20240601.csv"));
        MasterBytes.of(MasterKind.DRUG)
                .row("5", "690000001", Field.PRICE, "9.50")
                .row("9", "690000002", Field.ABOLISHED_ON, "20240731")
                .row("3", "690000003", Field.NAME, "みほん薬三", Field.ABOLISHED_ON, "99999999")
                .write(official().resolve("y_20240801.csv"));

        var newest = load().getLast().edition();

        assertThat(newest.isMerged()).isTrue();
        assertThat(List.of(newest.rows(), newest.added(), newest.changed(), newest.abolished()))
                .containsExactly(3, 1, 1, 1);
        assertThat(newest.hashes()).hasSize(2);
        var masters = Masters.of(store());
        var first = masters.find(MasterKind.DRUG, "690000001", MONTH).row().orElseThrow();
        assertThat(first.name()).isEqualTo("みほん薬一");
        assertThat(first.text(Field.PRICE)).isEqualTo("9.50");
        assertThat(masters.find(MasterKind.DRUG, "690000002", MONTH).how())
                .as("abolished in the newest edition, so an older one says what it was")
                .isEqualTo(Resolved.How.OLDER);
        assertThat(masters.find(MasterKind.DRUG, "690000003", MONTH).isFound()).isTrue();
    }

    @Test
    void a_differential_is_taken_only_upon_a_complete_file() {
        MasterBytes.of(MasterKind.DRUG)
                .row("5", "690000001", Field.PRICE, "9.50")
                .write(official().resolve("y_20240801.csv"));

        assertThat(load()).isEmpty();
        assertThat(codes()).containsExactly("MST-DIFF-ALONE");
    }

    @Test
    void a_dated_list_of_abolished_diseases_has_kind_9_in_every_row_and_is_complete() {
        MasterBytes.of(MasterKind.DISEASE)
                .named("9900002", "みほん病")
                .write(official().resolve("b_ALL20240601.txt"));
        MasterBytes.of(MasterKind.ABOLISHED_DISEASE)
                .row("9", "9900001", Field.NAME, "みほん旧病", Field.SUCCESSOR, "9900002", Field.ABOLISHED_ON, "20180331")
                .write(official().resolve("hb_20240601.txt"));
        MasterBytes.of(MasterKind.ABOLISHED_DISEASE)
                .row("9", "9900003", Field.NAME, "みほん古病", Field.SUCCESSOR, "9900002", Field.ABOLISHED_ON, "20240731")
                .write(official().resolve("hb_20240801.txt"));

        assertThat(load()).hasSize(3);

        assertThat(codes()).isEmpty();
        var masters = Masters.of(store());
        for (var old : List.of("9900001", "9900003")) {
            var found = masters.find(MasterKind.DISEASE, old, MONTH);
            assertThat(found.how()).isEqualTo(Resolved.How.SUCCESSOR);
            assertThat(found.row().orElseThrow().code()).isEqualTo("9900002");
        }
    }

    @Test
    void a_differential_upon_an_edition_of_the_same_day_replaces_it() {
        drugs().write(official().resolve("y_ALL20240601.csv"));
        MasterBytes.of(MasterKind.DRUG)
                .row("5", "690000001", Field.PRICE, "9.50")
                .write(official().resolve("y_20240601.csv"));

        load();

        assertThat(store().editions()).hasSize(1);
        assertThat(store().editions().getFirst().isMerged()).isTrue();
    }

    @Test
    void a_dated_file_with_unchanged_rows_is_complete_whatever_its_name_says() {
        MasterBytes.of(MasterKind.DISEASE)
                .named("9900001", "みほん病")
                .row("3", "9900002", Field.NAME, "みほん新病")
                .write(official().resolve("b_20240601.txt"));

        assertThat(load()).extracting(one -> one.edition().isMerged()).containsExactly(false);
    }

    @Test
    void an_erased_row_is_gone_and_a_missing_target_is_a_finding() {
        drugs().write(official().resolve("y_ALL20240601.csv"));
        MasterBytes.of(MasterKind.DRUG)
                .row("1", "690000001")
                .row("5", "690000009", Field.PRICE, "9.50")
                .write(official().resolve("y_20240801.csv"));

        assertThat(load().getLast().edition().rows()).isEqualTo(1);
        assertThat(codes()).containsExactly("MST-DIFF-TARGET");
        assertThat(problems.getFirst().arguments()).containsEntry("actual", "690000009");
    }

    @Test
    void an_edition_of_the_same_day_with_other_content_waits_for_a_decision() {
        drugs().write(official().resolve("y_ALL20240601.csv"));
        load();
        drugs().named("690000007", "みほん薬七").write(official().resolve("y_ALL20240601.csv"));

        assertThat(load()).isEmpty();
        assertThat(codes()).containsExactly("MST-EDITION-TWICE");
    }

    @Test
    void a_damaged_edition_of_the_store_is_said_and_not_used() throws IOException {
        drugs().write(official().resolve("y_ALL20240601.csv"));
        load();
        var file = folder.resolve("store/y_20240601.tsv");
        Files.writeString(file, Files.readString(file).replace("690000002", "690000001"));

        assertThat(Masters.of(store()).find(MasterKind.DRUG, "690000001", MONTH).isFound())
                .isFalse();
        assertThat(codes()).containsExactly("MST-STORE");
    }

    @Test
    void a_larger_layout_of_a_later_year_is_kept_with_a_note() {
        var wide = new String(drugs().bytes(), MasterBytes.WINDOWS).replace("\r\n", ",\"new\"\r\n");
        MasterBytes.write(official().resolve("y_ALL20270401.csv"), wide.getBytes(MasterBytes.WINDOWS));

        assertThat(load()).hasSize(1);
        assertThat(codes()).containsExactly("MST-COLUMNS-MORE");
    }

    @Test
    void the_store_keeps_every_official_column() throws IOException {
        drugs().write(official().resolve("y_ALL20240601.csv"));
        load();

        assertThat(Files.readAllLines(folder.resolve("store/y_20240601.tsv"))
                        .get(1)
                        .split("\t", -1))
                .hasSize(Layout.of(MasterKind.DRUG).most());
    }
}
