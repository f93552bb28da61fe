package org.tsunagu.cli.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;
import org.tsunagu.cli.Insurer;

class CheckCommandTest {

    static final List<String> CSV = List.of("documents.csv", "results.csv", "findings.csv", "reasons.csv");

    @TempDir
    Path folder;

    private Cli check(Object input, Object... options) {
        var call = new Object[options.length + 4];
        call[0] = "check";
        call[1] = input;
        call[2] = "--out";
        call[3] = folder.resolve("out");
        System.arraycopy(options, 0, call, 4, options.length);
        return Cli.run(call);
    }

    private Path out(String name) {
        return folder.resolve("out").resolve(name);
    }

    @Test
    void the_files_are_the_same_whatever_the_number_of_threads() throws IOException {
        check(Insurer.archives(), "--threads", 1);
        Files.move(folder.resolve("out"), folder.resolve("one"));
        check(Insurer.archives(), "--threads", 3);

        for (var name : CSV) {
            assertThat(out(name)).hasSameBinaryContentAs(folder.resolve("one").resolve(name));
        }
        assertThat(out("report.html"))
                .hasSameBinaryContentAs(folder.resolve("one").resolve("report.html"));
    }

    @Test
    void every_planted_defect_is_found_at_its_place() {
        check(Insurer.archives());
        var found = new HashSet<String>();
        for (var row : Csv.read(out("findings.csv"))) {
            var archive = Path.of(row.getField("archive")).getFileName();
            found.add(archive + "|" + row.getField("entry") + "|" + row.getField("check"));
            found.add(archive + "||" + row.getField("check"));
        }

        var planted = Csv.read(Insurer.folder().resolve("defects.csv"));
        assertThat(planted).hasSizeGreaterThan(5);
        assertThat(planted)
                .allSatisfy(row -> assertThat(found)
                        .contains(row.getField("archive") + "|" + row.getField("entry") + "|" + row.getField("check")));
    }

    @Test
    void sound_archives_lack_nothing_but_the_schemas_that_cannot_be_shipped() {
        var call = Cli.run(Stream.concat(
                        Stream.of("check", "--out", folder.resolve("out").toString()),
                        Insurer.soundArchives().stream().map(Path::toString))
                .toArray());

        assertThat(call.status()).isEqualTo(1);
        assertThat(Csv.column(out("findings.csv"), "check")).containsOnly("CHK-ARC-009");
        assertThat(Csv.column(out("documents.csv"), "status")).containsOnly("accepted");
    }

    @Test
    void every_document_has_its_row_and_its_place() {
        check(Insurer.soundArchives().getFirst());
        var documents = Csv.read(out("documents.csv"));

        assertThat(documents).isNotEmpty().allSatisfy(row -> {
            assertThat(row.getField("archive"))
                    .isEqualTo(Insurer.soundArchives().getFirst().toString());
            assertThat(row.getField("entry")).contains("/DATA/h").endsWith(".xml");
            assertThat(row.getField("kind")).isEqualTo("hc08");
            assertThat(row.getField("birth_date")).matches("\\d{4}-\\d\\d-\\d\\d");
            assertThat(row.getField("fiscal_year")).isIn("2023", "2024");
            assertThat(row.getField("level")).isEqualTo(row.getField("level_reported"));
            assertThat(row.getField("certainty")).isIn("source", "derived", "unconfirmed", "conflict");
        });
        assertThat(new HashSet<>(Csv.column(out("results.csv"), "entry")))
                .isEqualTo(new HashSet<>(Csv.column(out("documents.csv"), "entry")));
        assertThat(Csv.column(out("reasons.csv"), "judgement"))
                .contains("level", "level_documented", "metabolic", "threshold:SBP");
    }

    @Test
    void an_archive_that_is_refused_as_a_whole_rejects_every_document_in_it() throws IOException {
        var renamed = folder.resolve("wrong-name.zip");
        Files.copy(Insurer.soundArchives().getFirst(), renamed);
        check(renamed);

        assertThat(Csv.column(out("findings.csv"), "check")).contains("CHK-ARC-002");
        assertThat(Csv.column(out("documents.csv"), "status")).containsOnly("rejected");
        assertThat(Csv.column(out("documents.csv"), "level")).doesNotContain("");
    }

    @Test
    void a_folder_is_read_with_everything_below_it_but_no_links() throws IOException {
        var deep = Files.createDirectories(folder.resolve("in/a/b"));
        var archive = Insurer.soundArchives().getFirst();
        Files.copy(archive, deep.resolve(archive.getFileName()));
        Files.createSymbolicLink(folder.resolve("in/link"), Insurer.archives().toAbsolutePath());
        Files.writeString(deep.resolve("notes.txt"), "passed over");
        check(folder.resolve("in"));

        assertThat(Csv.column(out("documents.csv"), "archive"))
                .isNotEmpty()
                .containsOnly(deep.resolve(archive.getFileName()).toString());
    }

    @Test
    void a_file_named_twice_is_read_once() {
        var archive = Insurer.soundArchives().getFirst();
        check(archive, archive);

        assertThat(Csv.column(out("documents.csv"), "entry")).doesNotHaveDuplicates();
    }

    @Test
    void nothing_readable_is_2_but_the_findings_are_written() throws IOException {
        var pdf = Files.writeString(folder.resolve("a.zip"), "%PDF-1.7");
        var call = check(pdf);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.out()).contains("読めるファイルがありませんでした。");
        assertThat(Csv.column(out("findings.csv"), "check")).containsExactly("ARCHIVE-NOT-ZIP");
        assertThat(Csv.read(out("documents.csv"))).isEmpty();
    }

    @Test
    void a_place_that_cannot_be_written_is_one_message_and_2() throws IOException {
        Files.writeString(folder.resolve("out"), "a file");
        var call = check(Insurer.soundArchives().getFirst(), "--lang", "en");

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err().lines()).hasSize(1);
        assertThat(call.err()).contains("cannot be written (not a folder). No results were written.");
        assertThat(folder.resolve("out")).hasContent("a file");
    }

    @Test
    void results_of_an_earlier_run_never_pass_for_those_of_this_one() throws IOException {
        Files.createDirectories(folder.resolve("out"));
        Files.writeString(out("documents.csv"), "old");
        Files.writeString(out("check.xlsx"), "old");
        check(Insurer.soundArchives().getFirst());

        assertThat(out("check.xlsx")).doesNotExist();
        assertThat(Files.readString(out("documents.csv"))).startsWith("archive,entry,kind");
        try (var files = Files.list(folder.resolve("out"))) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "documents.csv", "results.csv", "findings.csv", "reasons.csv", "report.html");
        }
    }

    @Test
    void messages_and_item_names_are_in_the_language_asked_for() {
        var archive = Insurer.soundArchives().getFirst();
        check(archive, "--lang", "en");

        assertThat(Csv.column(out("findings.csv"), "message")).allMatch(text -> text.matches("\\p{ASCII}+"));
        assertThat(Csv.column(out("results.csv"), "item_name")).contains("Height");
    }

    @Test
    void a_day_of_reception_before_the_checkup_makes_its_dates_defects() {
        check(Insurer.soundArchives().getFirst(), "--received", "2020-01-01");

        assertThat(Csv.column(out("documents.csv"), "status")).containsOnly("rejected");
    }

    @Test
    void schemas_that_are_not_there_make_the_call_unusable() {
        var call = check(Insurer.soundArchives().getFirst(), "--schemas", folder);

        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("スキーマ");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @Test
    void an_employer_list_is_read_row_by_row() throws IOException {
        try (var lists = Files.list(Insurer.folder().resolve("employers"))) {
            var list = lists.sorted().findFirst().orElseThrow();
            var call = check(list);

            assertThat(call.status()).isNotEqualTo(2);
            assertThat(Csv.read(out("documents.csv"))).isNotEmpty().allSatisfy(row -> {
                assertThat(row.getField("archive")).isEqualTo(list.toString());
                assertThat(row.getField("entry")).matches("row \\d+");
                assertThat(row.getField("exam_date")).matches("\\d{4}-\\d\\d-\\d\\d");
            });
            assertThat(Csv.read(out("results.csv"))).isNotEmpty();
        }
    }

    @Test
    void a_cell_that_cannot_be_read_belongs_to_its_row() throws IOException {
        var list = Files.writeString(folder.resolve("list.csv"), """
                insurer_number,symbol,number,name_kana,sex,birth_date,exam_date,facility_number,9N001000000000001,???
                99999997,1,1,ケンシン,1,1970-01-01,2024-06-01,9912001378,170.1,
                99999997,1,2,ケンシン,1,1970-01-01,2024-06-01,9912001378,tall,
                """);
        check(list);

        assertThat(Csv.column(out("documents.csv"), "entry")).containsExactly("row 2", "row 3");
        assertThat(Csv.read(out("findings.csv")))
                .anySatisfy(row -> {
                    assertThat(row.getField("entry")).isEqualTo("row 3");
                    assertThat(row.getField("line")).isEqualTo("3");
                    assertThat(row.getField("column")).isEqualTo("9");
                    assertThat(row.getField("check")).isEqualTo("CSV-VALUE");
                    assertThat(row.getField("item_code")).isEqualTo("9N001000000000001");
                })
                .anySatisfy(row -> {
                    assertThat(row.getField("entry")).isEmpty();
                    assertThat(row.getField("check")).isEqualTo("CSV-COLUMN-UNKNOWN");
                });
    }

    @Test
    void a_column_map_of_the_user_says_what_the_headings_mean() throws IOException {
        var map = Files.writeString(folder.resolve("map.tsv"), """
                row	target
                保険者	insurer_number
                性	sex
                生年月日	birth_date
                健診日	exam_date
                身長	9N001000000000001
                """);
        var list = Files.writeString(folder.resolve("list.csv"), """
                健診日,身長,性,保険者,生年月日
                2024-06-01,170.1,1,99999997,1970-01-01
                """);
        check(list, "--columns", map);

        assertThat(Csv.column(out("documents.csv"), "birth_date")).containsExactly("1970-01-01");
        assertThat(Csv.column(out("results.csv"), "value")).containsExactly("170.1");
    }

    @Test
    void a_column_map_that_cannot_be_used_makes_the_call_unusable() throws IOException {
        var map = Files.writeString(folder.resolve("map.tsv"), "nonsense\n");
        var call = check(Insurer.soundArchives().getFirst(), "--columns", map);

        assertThat(call.status()).isEqualTo(2);
        assertThat(folder.resolve("out")).doesNotExist();
    }
}
