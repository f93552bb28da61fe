package org.tsunagu.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Collectors;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.checkupformat.csv.CheckupCsv;
import org.tsunagu.checkupformat.csv.ColumnMap;
import org.tsunagu.checkupformat.csv.CsvSettings;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.problems.CheckupCatalogue;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.problem.Reporter;

class SyntheticInsurerTest {
    @TempDir
    Path folder;

    private Generated make(Options options) throws IOException {
        return new SyntheticInsurer().generate(options, Progress.SILENT);
    }

    private Options small(String name) {
        return Options.standard(folder.resolve(name)).sized(700, 2023, 2024).withDefects(0.1);
    }

    @Test
    void the_same_seed_gives_the_same_bytes_whatever_the_number_of_threads() throws Exception {
        make(small("one"));
        try (var pool = new ForkJoinPool(1)) {
            pool.submit(() -> make(small("two"))).get();
        }
        assertThat(files(folder.resolve("two"))).isEqualTo(files(folder.resolve("one")));
        make(small("three").seeded(2));
        assertThat(files(folder.resolve("three"))).isNotEqualTo(files(folder.resolve("one")));
    }

    private static Map<String, Integer> files(Path folder) throws IOException {
        var files = new TreeMap<String, Integer>();
        try (var all = Files.walk(folder)) {
            for (var file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), java.util.Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        return files;
    }

    @Test
    void everything_is_there_and_says_that_it_is_artificial() throws IOException {
        var out = folder.resolve("whole");
        var generated = make(small("whole"));
        assertThat(out.resolve("README.txt")).content().contains("人工データ", "Artificial data");
        assertThat(out.resolve("realism.html")).content().contains("人工データ");
        assertThat(Files.readAllLines(out.resolve("members.csv"))).hasSize((int) generated.members() + 1);
        assertThat(Files.readAllLines(out.resolve("defects.csv"))).hasSize((int) generated.defects() + 1);
        try (var archives = Files.list(out.resolve("archives"))) {
            assertThat(archives).hasSize((int) generated.archives());
        }
        try (var all = Files.walk(out)) {
            assertThat(all.map(Path::toString)).noneMatch(name -> name.endsWith(".part"));
        }
    }

    @Test
    void every_document_is_in_an_archive_of_its_institution() throws IOException {
        var out = folder.resolve("clean");
        var generated = make(small("clean").withDefects(0));
        assertThat(out.resolve("defects.csv")).doesNotExist();
        var documents = 0L;
        try (var archives = Files.list(out.resolve("archives"))) {
            for (var archive : archives.toList()) {
                try (var zip = new ZipFile(archive.toFile())) {
                    var facility = archive.getFileName().toString().substring(0, 10);
                    var names = zip.stream()
                            .map(Object::toString)
                            .filter(n -> n.contains("/DATA/h"))
                            .toList();
                    assertThat(names).allMatch(name -> name.contains("/DATA/h" + facility));
                    documents += names.size();
                }
            }
        }
        assertThat(documents).isEqualTo(generated.documents());
    }

    @Test
    void the_employers_lists_are_read_without_a_problem() throws IOException {
        var out = folder.resolve("lists");
        var generated = make(small("lists").withDefects(0));
        var problems = new ArrayList<Problem>();
        var read = new ArrayList<CheckupDocument>();
        var encodings = new ArrayList<String>();
        try (var lists = Files.list(out.resolve("employers"))) {
            for (var list : lists.toList()) {
                try (var in = Files.newInputStream(list)) {
                    new CheckupCsv(Items.shipped(), CsvSettings.employer())
                            .read(
                                    in,
                                    ColumnMap.shipped("tsunagu"),
                                    Place.of(list.toString()),
                                    new Reporter(CheckupCatalogue.shipped(), problems::add),
                                    read::add);
                }
                encodings.add(
                        Files.readString(list, Charset.forName("ISO-8859-1")).contains("\u00e3\u0082")
                                ? "utf-8"
                                : "windows-31j");
            }
        }
        assertThat(problems).isEmpty();
        assertThat(read).hasSize((int) generated.employerRows()).isNotEmpty();
        assertThat(encodings).contains("utf-8", "windows-31j");
    }

    @Test
    void progress_ends_at_the_total_of_every_step() throws IOException {
        var last = new java.util.concurrent.ConcurrentHashMap<String, Long>();
        new SyntheticInsurer()
                .generate(small("progress"), (step, done, total) -> last.merge(step, done - total, Math::max));
        assertThat(last)
                .containsEntry("members", 0L)
                .containsEntry("archives", 0L)
                .containsEntry("employers", 0L);
    }

    @Test
    void impossible_options_are_refused_with_the_valid_choices() {
        var options = Options.standard(folder);
        assertThatThrownBy(() -> make(options.sized(0, 2019, 2025))).hasMessageContaining("at least 1");
        assertThatThrownBy(() -> make(options.sized(10, 2017, 2025))).hasMessageContaining("from 2018 to 2029");
        assertThatThrownBy(() -> make(options.sized(10, 2025, 2024))).hasMessageContaining("from 2018 to 2029");
        assertThatThrownBy(() -> make(options.withDefects(2))).hasMessageContaining("a rate from 0 to 1");
        var other = new Options(10, 2019, 2020, 1, folder, "003", 0, java.util.Optional.empty(), "99999999");
        assertThatThrownBy(() -> make(other)).hasMessageContaining("99999997");
        var unknown = new Options(10, 2019, 2020, 1, folder, "004", 0, java.util.Optional.empty(), "99999997");
        assertThatThrownBy(() -> make(unknown)).hasMessageContaining("003");
    }

    @Test
    void the_register_has_every_person_once_for_each_time_insured() throws IOException {
        make(small("register"));
        var lines = Files.readAllLines(folder.resolve("register").resolve("members.csv"));
        var ids = lines.stream().skip(1).map(line -> line.split(",")[0]).collect(Collectors.toSet());
        assertThat(ids).hasSize(lines.size() - 1);
        assertThat(lines.stream().skip(1)).allMatch(line -> line.split(",", -1).length == 18);
    }
}
