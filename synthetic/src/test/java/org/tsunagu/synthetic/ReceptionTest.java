package org.tsunagu.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.synthetic.defects.Catalogue;
import org.tsunagu.synthetic.defects.DefectScore;
import org.tsunagu.synthetic.defects.Planted;

/// What is made is received by the project's own reader and checks.
class ReceptionTest {
    @TempDir
    Path folder;

    @Test
    void sound_archives_of_both_periods_are_received_without_any_finding() throws IOException {
        var options = Options.standard(folder).sized(2_400, 2022, 2025);
        var generated = new SyntheticInsurer().generate(options, Progress.SILENT);
        var reception = new Reception();
        reception.all(folder.resolve("archives"));
        assertThat(reception.documents()).isEqualTo(generated.documents()).isGreaterThan(1_200);
        assertThat(unexpected(reception.problems())).isEmpty();
    }

    private static Map<String, Long> unexpected(List<Problem> problems) {
        return problems.stream()
                .filter(problem -> !DefectScore.EXPECTED_EVERYWHERE.contains(problem.code()))
                .collect(Collectors.groupingBy(
                        problem -> problem.code() + " " + problem.place().item() + " " + problem.arguments(),
                        Collectors.counting()));
    }

    @Test
    void planted_defects_are_found_and_nothing_else() throws IOException {
        var options = Options.standard(folder).sized(2_400, 2022, 2025).withDefects(0.6);
        new SyntheticInsurer().generate(options, Progress.SILENT);
        var reception = new Reception();
        reception.all(folder.resolve("archives"));
        var score = DefectScore.of(planted(), findings(reception.problems()));
        assertThat(score.kinds()).hasSizeGreaterThan(70);
        assertThat(score.recall()).as("missed %s", kinds(score.missed())).isGreaterThanOrEqualTo(0.99);
        assertThat(score.precision()).as("wrong %s", wrong(score.wrong())).isGreaterThanOrEqualTo(0.99);
    }

    private List<Planted> planted() throws IOException {
        var catalogue = Catalogue.shipped();
        return Files.readAllLines(folder.resolve("defects.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .map(c -> new Planted(c[0], c[1], c[2], catalogue.find(c[4]).orElseThrow()))
                .toList();
    }

    private static List<DefectScore.Finding> findings(List<Problem> problems) {
        return problems.stream()
                .map(p -> new DefectScore.Finding(p.place().file(), p.place().entry(), p.code()))
                .toList();
    }

    private static Map<String, Long> kinds(List<Planted> missed) {
        return missed.stream().collect(Collectors.groupingBy(p -> p.defect().id(), Collectors.counting()));
    }

    private static Map<String, Long> wrong(List<DefectScore.Finding> wrong) {
        return wrong.stream().collect(Collectors.groupingBy(DefectScore.Finding::check, Collectors.counting()));
    }
}
