package org.tsunagu.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Budgets of files, methods, rings and Javadoc, measured by `tools/CodeShape.java`.
class CodeShapeTest {

    @Test
    void the_shape_of_the_code_keeps_its_budgets() throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "tools/CodeShape.java"));
        command.addAll(House.mainFolders());
        var process = new ProcessBuilder(command)
                .directory(House.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
    }
}
