package org.tsunagu.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Claims are the same bytes for the same seed, and as likely as published.
class ClaimsBytesTest {

    @TempDir
    Path folder;

    private Options options(String name, int members) {
        return Options.standard(folder.resolve(name)).sized(members, 2023, 2024);
    }

    @Test
    void the_same_seed_gives_the_same_claims_whatever_the_number_of_threads() throws Exception {
        new SyntheticInsurer().generate(options("one", 200), Claims.SUBMITTED, Progress.SILENT);
        try (var pool = new ForkJoinPool(1)) {
            pool.submit(() -> new SyntheticInsurer().generate(options("two", 200), Claims.SUBMITTED, Progress.SILENT))
                    .get();
        }
        assertThat(files("two")).isEqualTo(files("one")).containsKey("planted-claims.csv");
        new SyntheticInsurer().generate(options("three", 200).seeded(2), Claims.SUBMITTED, Progress.SILENT);
        assertThat(files("three")).isNotEqualTo(files("one"));
    }

    @Test
    void the_last_months_alone_are_those_of_the_whole() throws IOException {
        new SyntheticInsurer().generate(options("whole", 200), Claims.RECEIVED, Progress.SILENT);
        var made = new SyntheticInsurer().claims(options("whole", 200), folder.resolve("part"), 12, Progress.SILENT);

        var last = "claims/202503/99999997/0_COMMON001/11_RECODEINFO_MED.CSV";
        assertThat(files("part")).containsEntry(last, files("whole").get(last));
        assertThat(files("part").keySet()).noneMatch(name -> name.startsWith("claims/202404/"));
        assertThat(made.tally().claims()).isPositive();
    }

    private Map<String, Integer> files(String name) throws IOException {
        var files = new TreeMap<String, Integer>();
        var root = folder.resolve(name);
        try (var all = Files.walk(root)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(root.relativize(file).toString(), Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }
}
