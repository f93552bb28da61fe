package org.tsunagu.cli.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsunagu.cli.Cli;
import org.tsunagu.cli.Csv;

/// `link` from call to file. How well it links is shown by the tests of the module `linkage`.
class LinkCommandTest {

    private static final int PEOPLE = 300;

    @TempDir
    Path folder;

    private Path left = Path.of("");
    private Path right = Path.of("");

    /// Invented people; in the second file the names are in half-width kana and every tenth has no number.
    @BeforeEach
    void files() throws IOException {
        var random = new Random(5);
        var a = new StringBuilder("ID,氏名カナ,生年月日,性別,番号\n");
        var b = new StringBuilder("番号,フリガナ,誕生日,性別,ID\n");
        for (var i = 0; i < PEOPLE; i++) {
            var name = name(random, 'ア') + "　" + name(random, 'ア');
            var number = "%06d".formatted(random.nextInt(1_000_000));
            var day = 1 + random.nextInt(28);
            var year = 50 + random.nextInt(14);
            a.append("a%d,%s,%d-04-%02d,%d,%s%n".formatted(i, name, 1925 + year, day, 1 + i % 2, number));
            b.append("%s,%s,S%d.4.%d,%d,b%d%n"
                    .formatted(i % 10 == 0 ? "" : number, name.replace('　', ' '), year, day, 1 + i % 2, i));
        }
        left = Files.writeString(folder.resolve("a.csv"), a);
        right = Files.writeString(folder.resolve("b.csv"), b);
    }

    private static String name(Random random, char first) {
        return IntStream.range(0, 4)
                .mapToObj(i -> Character.toString(first + 2 * random.nextInt(30)))
                .reduce("", String::concat);
    }

    private Cli link(Object... more) {
        var call = new Object[more.length + 7];
        System.arraycopy(
                new Object[] {"link", left, right, "--id", "ID", "--out", folder.resolve("pairs.csv")}, 0, call, 0, 7);
        System.arraycopy(more, 0, call, 7, more.length);
        return Cli.run(call);
    }

    @Test
    void pairs_have_numbers_score_and_weights_in_words() {
        var call = link("--one-to-one");
        assertThat(call.status()).isZero();
        var pairs = Csv.read(folder.resolve("pairs.csv"));
        assertThat(pairs).hasSize(PEOPLE);
        assertThat(pairs.getFirst().getHeader()).containsExactly("id_a", "id_b", "score", "weights");
        assertThat(pairs).allSatisfy(pair -> {
            assertThat(pair.getField("id_a").substring(1))
                    .isEqualTo(pair.getField("id_b").substring(1));
            assertThat(Double.parseDouble(pair.getField("score"))).isBetween(0.5, 1.0);
            assertThat(pair.getField("weights")).contains("氏名カナ: 一致 +").contains("生年月日: 一致 +");
        });
        assertThat(call.out()).contains("300件と300件");
    }

    @Test
    void files_in_shift_jis_give_the_same_pairs() throws IOException {
        assertThat(link().status()).isZero();
        var pairs = Files.readString(folder.resolve("pairs.csv"));
        for (var file : new Path[] {left, right}) {
            Files.writeString(file, Files.readString(file), Charset.forName("windows-31j"));
        }
        assertThat(link().status()).isZero();
        assertThat(Files.readString(folder.resolve("pairs.csv"))).isEqualTo(pairs);
    }

    @Test
    void the_summary_says_what_all_pairs_are() {
        var call = link("--least", "0", "--lang", "en");
        var said = Pattern.compile(
                        "([0-9,]+) pairs written \\(([0-9,]+) automatic, ([0-9,]+) to be looked at, ([0-9,]+) rather")
                .matcher(call.out());
        assertThat(said.find()).isTrue();
        assertThat(number(said.group(1)))
                .isEqualTo(number(said.group(2)) + number(said.group(3)) + number(said.group(4)))
                .isEqualTo(Csv.read(folder.resolve("pairs.csv")).size());
        assertThat(number(said.group(4))).isPositive();
    }

    private static int number(String shown) {
        return Integer.parseInt(shown.replace(",", ""));
    }

    @Test
    void a_third_file_is_too_many() {
        var call = link(left);
        assertThat(call.status()).isEqualTo(2);
        assertThat(call.err()).contains("二つのファイルまで");
    }

    @Test
    void the_user_chooses_columns_and_language() {
        var call = link("--columns", "氏名カナ=フリガナ:name,生年月日=誕生日", "--lang", "en", "--show-rules");
        assertThat(call.status()).isZero();
        assertThat(call.err()).contains("Columns compared: 氏名カナ:name 生年月日:date").contains("Candidates by");
        assertThat(Csv.read(folder.resolve("pairs.csv")).getFirst().getField("weights"))
                .contains("氏名カナ: equal +")
                .doesNotContain("番号");
    }

    @Test
    void one_file_is_searched_for_its_own_duplicates() throws IOException {
        var lines = Files.readAllLines(left);
        var twice = lines.get(7).replaceFirst("a6", "again");
        Files.writeString(left, String.join("\n", lines) + "\n" + twice + "\n");
        var call = Cli.run("link", left, "--id", "ID", "--out", folder.resolve("pairs.csv"));
        assertThat(call.status()).isZero();
        assertThat(Csv.read(folder.resolve("pairs.csv"))).singleElement().satisfies(pair -> {
            assertThat(pair.getField("id_a")).isEqualTo("a6");
            assertThat(pair.getField("id_b")).isEqualTo("again");
        });
    }

    @Test
    void odd_rows_are_named_and_the_rest_is_linked() throws IOException {
        Files.writeString(left, Files.readString(left) + ",ア イ,1980-01-01,1,5\na1,ア イ,1980-01-01,1,5\nz,ア イ\n");
        var call = link("--one-to-one");
        assertThat(call.status()).isEqualTo(1);
        assertThat(call.err())
                .contains("302行：番号が空です")
                .contains("303行：番号「a1」が二度出てきます")
                .contains("304行：列の数が見出しと違います");
        assertThat(Csv.read(folder.resolve("pairs.csv"))).hasSizeGreaterThanOrEqualTo(PEOPLE);
    }

    @Test
    void unusable_calls_say_why_and_write_nothing() throws IOException {
        var out = folder.resolve("pairs.csv");
        assertThat(link("--least", "7")).matches(call -> call.status() == 2);
        assertThat(link("--columns", "体重").err()).contains("列「体重」がありません");
        assertThat(link("--columns", "性別:colour").err()).contains("種類「colour」はありません");
        assertThat(Cli.run("link", left, right, "--id", "no", "--out", out).err())
                .contains("列「no」がありません");
        var empty = Files.writeString(folder.resolve("empty.csv"), "");
        assertThat(Cli.run("link", left, empty, "--id", "ID", "--out", out).status())
                .isEqualTo(2);
        var other = Files.writeString(folder.resolve("other.csv"), "ID,体重\n1,60\n");
        assertThat(Cli.run("link", left, other, "--id", "ID", "--out", out).err())
                .contains("共通の列がありません");
        var broken = Files.writeString(folder.resolve("broken.csv"), "ID,番号\n1,\"60\n");
        assertThat(Cli.run("link", left, broken, "--id", "ID", "--out", out).err())
                .contains("CSVとして読めません");
        assertThat(Cli.run("link", left, right, "--id", "ID", "--out", left).err())
                .contains("同じファイル");
        assertThat(out).doesNotExist();
    }
}
