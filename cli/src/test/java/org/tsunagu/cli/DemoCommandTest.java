package org.tsunagu.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoCommandTest {

    @TempDir
    Path folder;

    @Test
    void the_demo_makes_its_insurer_once_and_checks_it() {
        var first = Cli.run("demo", "--members", 60, "--out", folder, "--no-open");
        var second = Cli.run("demo", "--members", 60, "--out", folder, "--no-open", "--lang", "en");

        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("加入者", "書類", "結果のページ：");
        assertThat(folder.resolve("results").resolve("report.html")).isNotEmptyFile();
        assertThat(second.out()).doesNotContain("Members").contains("Report: ");
        assertThat(second.err()).contains("Using the data made before");
    }

    @Test
    void synthesize_says_what_is_wrong_with_its_options() {
        assertThat(Cli.run("synthesize", "--out", folder, "--years", "next").status())
                .isEqualTo(2);
        assertThat(Cli.run("synthesize", "--out", folder, "--members", 0).err()).contains("members 0");
        assertThat(Cli.run("realism", folder.resolve("none")).err()).contains("realism.csv を読めません。");
    }
}
