package org.tsunagu.cli.masters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;

class MastersCommandTest {

    static final Path SAMPLE = Path.of("../claims-format/src/test/resources/org/tsunagu/claimsformat/master/sample");

    @TempDir
    Path folder;

    @Test
    void loading_shows_kind_edition_rows_changes_and_hash_of_each_file() {
        var call = Cli.run("masters", "load", SAMPLE, "--masters", folder.resolve("store"), "--lang", "en");

        assertThat(call.status()).isZero();
        assertThat(call.out())
                .contains("kind, edition, rows, new, changed, abolished, SHA-256, file")
                .containsPattern("disease, 2024-06-01, 59, 59, 0, 0, [0-9a-f]{64}, .*b_ALL20240601.txt")
                .contains("9 files loaded, 0 known before");
        assertThat(call.err()).contains("README.md is not named like a master");
    }

    @Test
    void loading_again_changes_nothing_and_the_list_shows_the_store() {
        var store = folder.resolve("store");
        Cli.run("masters", "load", SAMPLE, "--masters", store);

        var again = Cli.run("masters", "load", SAMPLE.resolve("b_ALL20240601.txt"), "--masters", store);
        var list = Cli.run("masters", "list", "--masters", store);

        assertThat(again.status()).isZero();
        assertThat(again.out()).contains("読み込み 0 ファイル、読み込み済み 1 ファイル");
        assertThat(again.err()).contains("読み込み済みです");
        assertThat(list.status()).isZero();
        assertThat(list.out().lines()).hasSize(1 + 9);
    }

    @Test
    void a_differential_alone_is_refused_with_what_to_do() throws IOException {
        var lone = Files.createDirectories(folder.resolve("in")).resolve("y_20240801.csv");
        var row = "\"5\",\"Y\",\"690000001\"" + ",\"\"".repeat(39) + "\r\n";
        Files.writeString(lone, row);

        var call = Cli.run("masters", "load", lone, "--masters", folder.resolve("store"), "--lang", "en");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("Load a complete file (ALL) first");
    }

    @Test
    void many_faults_of_a_kind_are_counted_not_all_told() throws IOException {
        var text =
                Files.readString(SAMPLE.resolve("y_ALL20240601.csv"), java.nio.charset.Charset.forName("windows-31j"));
        Files.createDirectories(folder.resolve("in"));
        Files.writeString(
                folder.resolve("in/y_ALL20240601.csv"), text + text, java.nio.charset.Charset.forName("windows-31j"));

        var call = Cli.run("masters", "load", folder.resolve("in"), "--masters", folder.resolve("s"), "--lang", "en");

        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err()).contains("MST-ROW-DOUBLE: 31 more of the kind.");
    }

    @Test
    void an_empty_store_says_how_to_fill_it() {
        var call = Cli.run("masters", "list", "--masters", folder.resolve("none"), "--lang", "en");

        assertThat(call.status()).isZero();
        assertThat(call.out()).contains("There are no masters").contains("tsunagu masters load");
    }

    @Test
    void a_folder_that_is_not_there_and_a_call_without_a_command_are_unusable() {
        assertThat(Cli.run("masters", "load", folder.resolve("none")).status()).isEqualTo(2);
        assertThat(Cli.run("masters").status()).isEqualTo(2);
        assertThat(Cli.run("masters", "load", "--help", "--lang", "en").out()).contains("--masters", "Exit status:");
    }
}
