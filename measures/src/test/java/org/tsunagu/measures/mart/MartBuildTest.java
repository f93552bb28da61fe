package org.tsunagu.measures.mart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.measures.Measures;
import org.tsunagu.measures.count.DuckEngine;

class MartBuildTest {

    static final Partition YEAR_2023 = new Partition("person_year", "06139992", 2023);
    static final Partition YEAR_2024 = new Partition("person_year", "06139992", 2024);

    @TempDir
    Path root;

    MartFolder folder;

    @BeforeEach
    void folder() {
        folder = new MartFolder(root.resolve("mart"));
    }

    @Test
    void what_was_written_is_counted() throws IOException, SQLException {
        build(2, 3);

        assertThat(members()).containsExactly("2023 2", "2024 3");
    }

    @Test
    void a_year_that_did_not_change_is_kept_and_not_written_again() throws IOException, SQLException {
        build(2, 3);
        var before = Files.getLastModifiedTime(folder.current().orElseThrow().resolve(YEAR_2023.file()));
        try (var build = MartBuild.begin(folder)) {
            assertThat(build.keep(YEAR_2023, "2 people")).isTrue();
            fill(build, YEAR_2024, 5);
            build.publish();
        }

        assertThat(members()).containsExactly("2023 2", "2024 5");
        assertThat(Files.getLastModifiedTime(folder.current().orElseThrow().resolve(YEAR_2023.file())))
                .isEqualTo(before);
    }

    @Test
    void a_year_whose_data_changed_is_not_kept() throws IOException, SQLException {
        build(2, 3);
        try (var build = MartBuild.begin(folder)) {
            assertThat(build.keep(YEAR_2023, "3 people")).isFalse();
            assertThat(build.keep(new Partition("person_year", "06139992", 2020), "2 people"))
                    .isFalse();
        }
    }

    @Test
    void a_writer_that_dies_half_way_leaves_the_old_mart_readable() throws IOException, SQLException {
        build(2, 3);
        var died = MartBuild.begin(folder);
        fill(died, YEAR_2023, 99);
        Files.writeString(root.resolve("mart/.begun-of-a-dead-writer"), "");

        assertThat(members()).containsExactly("2023 2", "2024 3");

        died.close();
        build(4, 4);
        assertThat(members()).containsExactly("2023 4", "2024 4");
    }

    @Test
    void what_a_dead_writer_left_is_cleared_by_the_next() throws IOException, SQLException {
        build(2, 3);
        var left = Files.createDirectories(root.resolve("mart/.begun-1234/person_year"));
        Files.writeString(left.resolve("06139992-2023.parquet"), "half a file");

        build(1, 1);

        assertThat(left).doesNotExist();
        assertThat(members()).containsExactly("2023 1", "2024 1");
    }

    @Test
    void two_writers_at_once_are_not_let_in() throws IOException, SQLException {
        try (var first = MartBuild.begin(folder)) {
            assertThat(first).isNotNull();
            assertThatThrownBy(() -> MartBuild.begin(folder))
                    .isInstanceOfAny(MartBusy.class, java.nio.channels.OverlappingFileLockException.class);
        }
    }

    @Test
    void the_version_before_stays_for_its_readers_and_older_ones_go() throws IOException, SQLException {
        build(1, 1);
        build(2, 2);
        build(3, 3);

        try (var files = Files.list(root.resolve("mart"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.startsWith("version-")))
                    .containsExactlyInAnyOrder("version-2", "version-3");
        }
    }

    @Test
    void a_row_with_a_cell_too_few_is_a_programmers_error() throws IOException, SQLException {
        try (var build = MartBuild.begin(folder)) {
            var rows = build.write(YEAR_2023, "");
            rows.row().text("p1");
            assertThatThrownBy(rows::row).isInstanceOf(IllegalStateException.class);
        }
    }

    private void build(int people2023, int people2024) throws IOException, SQLException {
        try (var build = MartBuild.begin(folder)) {
            fill(build, YEAR_2023, people2023);
            fill(build, YEAR_2024, people2024);
            build.publish();
        }
    }

    private static void fill(MartBuild build, Partition partition, int people) throws IOException, SQLException {
        try (var rows = build.write(partition, people + " people")) {
            for (var person = 0; person < people; person++) {
                rows.row()
                        .text("p" + person)
                        .text(partition.insurer())
                        .number(partition.fiscalYear())
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
    }

    private List<String> members() throws IOException, SQLException {
        try (var engine = DuckEngine.over(folder.current().orElseThrow(), root.resolve("spill"))) {
            return engine.count(Measures.find("MEMBERS").orElseThrow(), List.of("fiscal_year")).stream()
                    .map(figure -> figure.strata().getFirst() + " " + figure.part())
                    .toList();
        }
    }
}
