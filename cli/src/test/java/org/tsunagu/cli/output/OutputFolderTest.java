package org.tsunagu.cli.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputFolderTest {

    @TempDir
    Path folder;

    private static void write(PartialFile file) {
        file.write(new byte[] {'a'}, 0, 1);
    }

    @Test
    void files_get_their_names_only_when_the_run_is_complete() {
        try (var output = OutputFolder.open(folder, List.of("a.csv", "b.csv"), List.of())) {
            write(output.file("a.csv"));
            write(output.file("b.csv"));
            assertThat(folder.resolve("a.csv")).doesNotExist();
            assertThat(folder.resolve("a.csv.partial")).exists();
            output.finish();
        }

        assertThat(folder.resolve("a.csv")).hasContent("a");
        assertThat(folder.resolve("b.csv")).hasContent("a");
        assertThat(folder.resolve("a.csv.partial")).doesNotExist();
    }

    @Test
    void a_run_that_is_given_up_leaves_nothing() {
        try (var output = OutputFolder.open(folder, List.of("a.csv"), List.of())) {
            write(output.file("a.csv"));
        }

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void results_of_an_earlier_run_are_gone_as_soon_as_a_new_one_begins() throws IOException {
        Files.writeString(folder.resolve("a.csv"), "old");
        Files.writeString(folder.resolve("a.xlsx"), "old");
        try (var output = OutputFolder.open(folder, List.of("a.csv"), List.of("a.xlsx"))) {
            assertThat(folder).isEmptyDirectory();
            write(output.file("a.csv"));
        }
    }

    @Test
    void a_file_in_place_of_the_folder_is_named_as_such() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> OutputFolder.open(file, List.of("a.csv"), List.of()))
                .isInstanceOfSatisfying(
                        OutputFailed.class, failed -> assertThat(failed.kind()).isEqualTo("not-folder"));
    }

    @Test
    void a_full_disk_is_named_as_such() throws IOException {
        var full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full) && !Files.isRegularFile(full));
        var link = folder.resolve("a.csv.partial");
        try (var output = OutputFolder.open(folder, List.of("a.csv"), List.of())) {
            Files.createSymbolicLink(link, full);
            var file = output.file("a.csv");

            assertThatThrownBy(() -> file.write(new byte[1 << 17], 0, 1 << 17))
                    .isInstanceOfSatisfying(
                            OutputFailed.class,
                            failed -> assertThat(failed.kind()).isEqualTo("full"));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void what_is_no_file_is_never_taken_away() throws IOException {
        var device = Files.createDirectory(folder.resolve("a.csv"));

        assertThatThrownBy(() -> OutputFolder.open(folder, List.of("a.csv"), List.of()))
                .isInstanceOf(OutputFailed.class)
                .hasMessageContaining("not a regular file");
        assertThat(device).isDirectory();
    }

    @Test
    void when_one_file_cannot_get_its_name_none_has_it() throws IOException {
        try (var output = OutputFolder.open(folder, List.of("a.csv", "b.csv"), List.of())) {
            write(output.file("a.csv"));
            write(output.file("b.csv"));
            output.closeFiles();
            Files.delete(folder.resolve("b.csv.partial"));

            assertThatThrownBy(output::finish).isInstanceOf(OutputFailed.class);
        }
        assertThat(folder).isEmptyDirectory();
    }
}
