package org.tsunagu.claimsformat.master;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsunagu.codes.problem.Problem;
import org.tsunagu.codes.table.Table;

/// Every finding of `checks.tsv` is raised by a file, and has a sentence in both languages.
class BadMasterTest {

    static final String SOUND = "y_ALL20240601.csv";

    @TempDir
    Path folder;

    record Bad(String check, String name, byte[] content) {}

    static MasterBytes drugs() {
        return MasterBytes.of(MasterKind.DRUG).named("690000001", "みほん薬");
    }

    static List<Bad> bad() {
        var utf8 = drugs().bytes(StandardCharsets.UTF_8);
        var otherEncoding = drugs().line("\"0\",\"Y\",\"x\"").bytes();
        otherEncoding[otherEncoding.length - 4] = (byte) 0xfd;
        var truncated = MasterBytes.zip("y_ALL20240601.csv", drugs().bytes());
        var row = new String(drugs().bytes(), MasterBytes.WINDOWS).strip();
        return List.of(
                new Bad("MST-IGNORED", "notes.txt", new byte[] {'x'}),
                new Bad("MST-UNREADABLE", "y_ALL20240601.zip", java.util.Arrays.copyOf(truncated, 60)),
                new Bad("MST-LIMIT", "y_ALL20240601.zip", MasterBytes.zip(SOUND, new byte[Sources.MOST_BYTES + 1])),
                new Bad("MST-NAME-CONTENT", "s_ALL20240601.csv", drugs().bytes()),
                new Bad("MST-COLUMNS-FEW", SOUND, "\"0\",\"Y\",\"690000001\"\r\n".getBytes(MasterBytes.WINDOWS)),
                new Bad("MST-COLUMNS-MORE", SOUND, (row + ",\"\"\r\n").getBytes(MasterBytes.WINDOWS)),
                new Bad("MST-EMPTY", SOUND, new byte[0]),
                new Bad("MST-ENCODING", SOUND, otherEncoding),
                new Bad("MST-ENCODING-UTF8", SOUND, utf8),
                new Bad("MST-QUOTE", SOUND, drugs().line("\"0\",\"Y").bytes()),
                new Bad(
                        "MST-ROW-COLUMNS",
                        SOUND,
                        drugs().line("\"0\",\"Y\",\"690000002\"").bytes()),
                new Bad(
                        "MST-ROW-KEY",
                        SOUND,
                        drugs().named("69000001", "先頭の0が落ちた").bytes()),
                new Bad(
                        "MST-ROW-DOUBLE",
                        SOUND,
                        drugs().named("690000001", "みほん薬").bytes()),
                new Bad("MST-ROW-CHANGE", SOUND, drugs().row("7", "690000002").bytes()),
                new Bad("MST-ROW-PARTIAL", SOUND, drugs().row("5", "690000002").bytes()),
                new Bad(
                        "MST-ROW-DATE",
                        SOUND,
                        drugs().row("0", "690000002", Field.NAME, "薬", Field.ABOLISHED_ON, "20240231")
                                .bytes()),
                new Bad(
                        "MST-ROW-ICD",
                        "b_ALL20240601.txt",
                        MasterBytes.of(MasterKind.DISEASE)
                                .row("0", "9900001", Field.NAME, "病", Field.ICD10, "E11.9")
                                .bytes()),
                new Bad(
                        "MST-DIFF-ALONE",
                        "y_20240801.csv",
                        MasterBytes.of(MasterKind.DRUG).row("5", "690000001").bytes()));
    }

    @ParameterizedTest
    @MethodSource("bad")
    void each_fault_is_one_finding_with_its_place(Bad bad) {
        MasterBytes.write(folder.resolve("in").resolve(bad.name()), bad.content());
        var problems = new ArrayList<Problem>();
        var store = MasterStore.open(folder.resolve("store"), problems::add);

        MasterLoader.load(folder.resolve("in"), store, problems::add);

        assertThat(problems).extracting(Problem::code).contains(bad.check());
        assertThat(problems)
                .allSatisfy(problem -> assertThat(problem.place().file()).contains("in"));
        for (var language : List.of(Locale.JAPANESE, Locale.ENGLISH)) {
            var texts = MasterTexts.in(language);
            assertThat(problems).extracting(texts::text).noneMatch(text -> text.contains("{"));
        }
    }

    /// Raised by [MasterLoaderTest], or only by a disk that refuses to write.
    static final List<String> ELSEWHERE =
            List.of("MST-DIFF-TARGET", "MST-EDITION-TWICE", "MST-KNOWN", "MST-NOTHING", "MST-STORE", "MST-STORE-WRITE");

    @Test
    void every_check_of_the_catalogue_has_a_case() {
        var ids = new TreeSet<>(catalogue());
        var covered = bad().stream().map(Bad::check).collect(Collectors.toCollection(TreeSet::new));
        covered.addAll(ELSEWHERE);

        assertThat(covered).isEqualTo(ids);
    }

    @Test
    void both_languages_have_a_sentence_for_every_check_and_kind() {
        var ids = new TreeSet<>(catalogue());
        for (var kind : MasterKind.values()) {
            ids.add("kind." + kind.name());
        }
        ids.add("unknown");

        var japanese = sentences("masters.properties");
        var english = sentences("masters_en.properties");

        assertThat(japanese.keySet()).isEqualTo(ids);
        assertThat(english.keySet()).isEqualTo(ids);
        for (var id : ids) {
            assertThat(placeholders(english.get(id))).as(id).isEqualTo(placeholders(japanese.get(id)));
            assertThat(english.get(id)).doesNotContainPattern("[\\p{IsHiragana}\\p{IsHan}]");
        }
    }

    @Test
    void a_store_that_cannot_be_written_is_a_finding() throws java.io.IOException {
        drugs().write(folder.resolve("in").resolve(SOUND));
        var problems = new ArrayList<Problem>();
        Files.createFile(folder.resolve("store"));
        var store = MasterStore.open(folder.resolve("store"), problems::add);

        assertThat(MasterLoader.load(folder.resolve("in"), store, problems::add))
                .isEmpty();
        assertThat(problems).extracting(Problem::code).containsExactly("MST-STORE-WRITE");
    }

    @Test
    void a_folder_without_masters_is_a_finding() throws java.io.IOException {
        var problems = new ArrayList<Problem>();
        Files.createDirectories(folder.resolve("in"));

        MasterLoader.load(
                folder.resolve("in"), MasterStore.open(folder.resolve("store"), problems::add), problems::add);

        assertThat(problems).extracting(Problem::code).containsExactly("MST-NOTHING");
    }

    private static List<String> catalogue() {
        return Table.read("master/checks", MasterChecks.class.getResourceAsStream("checks.tsv")).rows().stream()
                .map(row -> row.key())
                .toList();
    }

    private static Map<String, String> sentences(String name) {
        var messages = org.tsunagu.codes.text.Messages.read(name, MasterTexts.class.getResourceAsStream(name));
        var sentences = new TreeMap<String, String>();
        messages.keys().forEach(key -> sentences.put(key, messages.text(key)));
        return sentences;
    }

    private static TreeSet<String> placeholders(String sentence) {
        return java.util.regex.Pattern.compile("\\{[a-z]+}")
                .matcher(sentence)
                .results()
                .map(found -> found.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
