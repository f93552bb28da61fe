package org.tsunagu.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.cli.Cli;

/// One document with defects planted by hand: what comes of it stands in the files beside this test.
class GoldenTest {

    @TempDir
    static Path folder;

    static Cli call = new Cli(-1, "", "");

    @BeforeAll
    static void check() throws IOException {
        var document = folder.resolve("h-sample.xml");
        Files.write(document, read("h-sample.xml").getBytes(StandardCharsets.UTF_8));
        call = Cli.run("check", document, "--out", folder.resolve("out"), "--received", "2024-10-01", "--threads", 1);
    }

    static String read(String name) throws IOException {
        try (var in = Objects.requireNonNull(GoldenTest.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"documents.csv", "results.csv", "findings.csv", "reasons.csv"})
    void a_file_is_what_was_reviewed(String name) throws IOException {
        var written = Files.readString(folder.resolve("out").resolve(name));

        assertThat(written.replace(folder + "/", "")).isEqualTo(read("golden-" + name));
    }

    @Test
    void defects_are_told_by_the_exit_status_and_on_the_screen() {
        assertThat(call.status()).isEqualTo(1);
        assertThat(call.out()).contains("書類 1件：不備なし 0、要確認 0、返戻 1", "report.html");
        assertThat(folder.resolve("out").resolve("report.html")).isNotEmptyFile();
    }
}
