package org.tsunagu.claimsformat.disease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Counts over an extract of a published disease master, where that is at hand.
class PublishedMasterTest {

    private static List<String> icdCodes() throws IOException {
        var extract = Stream.iterate(Path.of("").toAbsolutePath(), path -> path != null, Path::getParent)
                .map(path -> path.resolve("shared/samples/claims/disease_master_extract.tsv"))
                .filter(Files::isRegularFile)
                .findFirst();
        assumeTrue(extract.isPresent(), "no extract of a disease master here");
        return Files.readAllLines(extract.get()).stream()
                .skip(1)
                .map(line -> line.split("\t", -1)[2])
                .toList();
    }

    @Test
    void all_but_35_of_27437_diseases_have_exactly_one_class() throws IOException {
        var classes = DiseaseClasses.of121(List.of());
        var codes = icdCodes();

        assertThat(codes).hasSize(27_437);
        assertThat(codes).filteredOn(String::isEmpty).hasSize(22);
        assertThat(codes).filteredOn(icd -> classes.ties(icd) == 1).hasSize(27_402);
        assertThat(codes)
                .filteredOn(icd -> !icd.isEmpty() && classes.ties(icd) == 0)
                .hasSize(13);
        assertThat(new HashSet<>(codes)).as("with the empty one").hasSize(7_758 + 1);
    }

    @Test
    void no_disease_is_in_two_of_the_fourteen_groups() throws IOException {
        var groups = new LifestyleDiseases(List.of());
        var small = new SmallClasses(List.of());

        for (var icd : new HashSet<>(icdCodes())) {
            if (groups.find(icd).isPresent()) {
                assertThat(small.find(icd, false)).as(icd).isPresent();
            }
        }
    }
}
