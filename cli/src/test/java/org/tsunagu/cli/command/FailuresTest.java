package org.tsunagu.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.tsunagu.cli.output.OutputFailed;
import org.tsunagu.cli.text.Language;
import org.tsunagu.cli.text.Words;

class FailuresTest {

    static final Words ENGLISH = new Words(Language.ENGLISH);

    @Test
    void what_nobody_foresaw_is_one_line_with_a_reference_and_without_its_message() {
        var message = Failures.message(new IllegalStateException("name of somebody"), ENGLISH);

        assertThat(message).contains("IllegalStateException@FailuresTest.java:").doesNotContain("somebody", "\n");
    }

    @Test
    void an_error_of_the_machine_is_told_in_the_same_way() {
        assertThat(Failures.message(new StackOverflowError(), ENGLISH)).contains("StackOverflowError@");
    }

    @Test
    void a_failed_output_is_told_with_its_file_and_reason() {
        var denied = new OutputFailed(Path.of("out"), new AccessDeniedException("out"));
        var full = new OutputFailed(Path.of("out"), new IOException("No space left on device"));

        assertThat(Failures.message(denied, ENGLISH)).startsWith("out cannot be written (no right to write).");
        assertThat(Failures.message(full, ENGLISH)).startsWith("out cannot be written (the disk is full).");
    }
}
