package org.tsunagu.cli.claims;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

/// `synthesize --claims` makes what `masters load` and `claims` take.
class SyntheticClaimsCommandTest {

    @TempDir
    Path folder;

    @Test
    void made_claims_and_masters_are_read_and_nothing_is_wrong_but_what_was_planted() throws IOException {
        var made = folder.resolve("made");
        var store = folder.resolve("store");
        var out = folder.resolve("out");
        var synthesized = Cli.run(
                "synthesize", "--members", 250, "--years", "2023..2024", "--out", made, "--claims", "--lang=en", "-q");
        assertThat(synthesized.status()).as(synthesized.err()).isZero();
        assertThat(synthesized.out()).contains("Claims ");
        assertThat(made.resolve("claims-as-submitted")).doesNotExist();

        assertThat(Cli.run("masters", "load", "--masters=" + store, made.resolve("masters"))
                        .status())
                .isZero();
        Cli.run("claims", made.resolve("claims"), "--out", out, "--masters", store, "-q");

        assertThat(Csv.column(out.resolve("findings.csv"), "check")).isSubsetOf("CLM-JY-TARGET-MISSING");
        assertThat(Csv.column(out.resolve("claims.csv"), "status")).hasSizeGreaterThan(1000);
        assertThat(Csv.column(out.resolve("diseases.csv"), "icd10"))
                .isNotEmpty()
                .doesNotContain("");
        assertThat(Files.readString(made.resolve("planted-claims.csv"))).startsWith("kind,member_id,");
    }

    @Test
    void what_providers_send_is_written_when_asked_for() {
        var made = folder.resolve("made");
        Cli.run("synthesize", "--members", 60, "--years", "2024", "--out", made, "--claims-as-submitted", "-q");

        assertThat(made.resolve("claims-as-submitted")).isDirectory();
        assertThat(made.resolve("claims")).isDirectory();
    }
}
