package org.tsunagu.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.cos.COSName;
import org.junit.jupiter.api.Test;
import org.tsunagu.codes.problem.Problem;

class LetterRunTest {

    static Letter to(String postalCode, List<String> lines, String name) {
        return Samples.letter("26-1", new Addressee(postalCode, lines, name), Samples.ADVICE);
    }

    static List<Problem> check(Letter letter) throws IOException {
        try (var run = new LetterRun(OutputStream.nullOutputStream(), Samples.settings(Locale.JAPANESE, "NAGA3"))) {
            return run.add(letter);
        }
    }

    @Test
    void rare_kanji_of_names_are_found_by_search() {
        assertThat(Samples.text(Samples.pdf(Locale.JAPANESE, Samples.letter("26-1", Samples.ADVICE))))
                .contains("𠮷田 髙子 様", "東京都架空区見本町4丁目5番6号", "血圧が164/98 mmHgでした");
    }

    @Test
    void a_letter_that_cannot_be_made_is_left_out_and_listed_and_the_others_go_on() throws IOException {
        var out = new ByteArrayOutputStream();
        var run = new LetterRun(out, Samples.settings(Locale.JAPANESE, "NAGA3"));
        run.add(Samples.letter("26-1", Samples.ADVICE));
        run.add(Samples.letter("26-2", new Addressee("100-0001", List.of("架空区"), "山\uE000田"), Samples.ADVICE));
        run.add(Samples.letter("26-3", Samples.ADVICE));
        var report = run.report();
        run.close();

        assertThat(report.printed()).isEqualTo(2);
        assertThat(report.refused()).isEqualTo(1);
        assertThat(report.pages()).isEqualTo(2);
        var problem = report.problems().getFirst();
        assertThat(problem.code()).isEqualTo("LC07");
        assertThat(problem.place().file()).isEqualTo("26-2");
        assertThat(LetterTexts.in(Locale.JAPANESE).message(problem)).isEqualTo("印刷できない文字があります（U+E000）");
        assertThat(LetterTexts.in(Locale.ENGLISH).message(problem)).contains("U+E000");
        assertThat(Samples.text(out.toByteArray())).contains("26-1", "26-3").doesNotContain("26-2", "〓");
    }

    @Test
    void an_address_that_is_missing_or_too_long_stops_its_letter() throws IOException {
        assertThat(check(to("100-0001", List.of(""), "山田")))
                .extracting(Problem::code)
                .containsExactly("LC01");
        assertThat(check(to("100-0001", List.of("架空区"), " ")))
                .extracting(Problem::code)
                .containsExactly("LC01");
        assertThat(check(to("100-0001", List.of("架空区"), "寿限無".repeat(30))))
                .extracting(Problem::code)
                .containsExactly("LC08");
        assertThat(check(to("100-0001", List.of("あ", "い", "う", "え", "お", "か"), "山田")))
                .extracting(Problem::code)
                .containsExactly("LC08");
    }

    @Test
    void a_strange_postal_code_is_noted_and_the_letter_printed() throws IOException {
        var problems = check(to("1000", List.of("架空区"), "山田"));

        assertThat(problems).extracting(Problem::code).containsExactly("LC11");
        assertThat(problems.getFirst().severity().refuses()).isFalse();
    }

    @Test
    void a_long_name_shrinks_then_takes_two_lines_and_is_never_cut() {
        var name = "アレクサンドリーナ・ヴィクトリア・フォン・ザクセン＝コーブルク＝ゴータ";
        var shorter = "寿限無寿限無五劫の擦り切れ太郎左衛門尉";
        var text = Samples.text(Samples.pdf(
                Locale.JAPANESE, to("100-0001", List.of("架空区"), name), to("100-0001", List.of("架空区"), shorter)));

        assertThat(text.replaceAll("\\s", "")).contains("架空区" + name + "様令和");
        assertThat(text).contains("\n" + shorter + " 様\n");
    }

    @Test
    void the_file_has_title_language_and_a_reading_order() throws IOException {
        try (var document =
                Samples.open(Samples.pdf(Locale.JAPANESE, Samples.letter("26-1", Samples.notice(Map.of()))))) {
            var catalog = document.getDocumentCatalog();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("健診結果のお知らせ");
            assertThat(catalog.getLanguage()).isEqualTo("ja");
            assertThat(catalog.getMarkInfo().isMarked()).isTrue();
            assertThat(new String(catalog.getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .contains("<rdf:li>ja</rdf:li>", "健診結果のお知らせ");
            var read = new Reading(document);
            assertThat(read.types())
                    .startsWith("Document", "Sect", "P", "P", "Figure", "H1")
                    .contains("Table", "TH");
            assertThat(read.text()).contains("収縮期血圧（mmHg）", "𠮷田 髙子 様").doesNotContain("個人情報");
            assertThat(read.marksWithoutOwner()).isZero();
        }
    }

    @Test
    void only_used_fonts_are_embedded_and_only_their_used_glyphs() throws IOException {
        var plain = new Addressee("100-0001", List.of("架空区"), "山田");
        try (var document = Samples.open(Samples.pdf(Locale.JAPANESE, Samples.letter("26-1", plain, Samples.ADVICE)))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                var font = resources.getFont(name);
                assertThat(font.isEmbedded()).isTrue();
                assertThat(font.getName()).matches("[A-Z]{6}\\+BIZUDPGothic-(Regular|Bold)");
                assertThat(font.getCOSObject().containsKey(COSName.TO_UNICODE)).isTrue();
            }
        }
        assertThat(Samples.pdf(Locale.JAPANESE, Samples.letter("26-1", plain, Samples.ADVICE)).length)
                .isLessThan(80_000);
    }

    @Test
    void the_same_letters_give_the_same_bytes() {
        var first = Samples.pdf(Locale.JAPANESE, Samples.letter("26-1", Samples.notice(Samples.ILL)));
        var second = Samples.pdf(Locale.JAPANESE, Samples.letter("26-1", Samples.notice(Samples.ILL)));

        assertThat(second).isEqualTo(first);
    }

    @Test
    void a_run_without_a_letter_is_still_a_file_that_opens() throws IOException {
        try (var document = Samples.open(Samples.pdf(Locale.JAPANESE))) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
    }

    @Test
    void a_placeholder_without_a_value_is_a_slip_that_fails_loudly() {
        var body = new PlainBody(new PlainBody.Template("題", List.of("{value}")), Map.of());

        assertThat(body.template().placeholders()).containsExactly("value");
        assertThatThrownBy(() -> check(Samples.letter("26-1", body)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("{value}");
    }

    @Test
    void a_serial_number_or_link_that_no_barcode_holds_is_refused() {
        assertThatThrownBy(() -> Samples.letter("26－１", Samples.ADVICE)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Letter(
                        "26-1",
                        Samples.ADDRESSEE,
                        Samples.SENDER,
                        LocalDate.parse("2025-07-25"),
                        Optional.of("x".repeat(201)),
                        Samples.ADVICE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_thousand_letters_need_the_memory_of_one() throws IOException {
        var body = Samples.notice(Samples.ILL);
        try (var run = new LetterRun(OutputStream.nullOutputStream(), Samples.settings(Locale.JAPANESE, "NAGA3"))) {
            var after = new long[2];
            for (var i = 0; i < 1000; i++) {
                run.add(Samples.letter("26-" + i, body));
                if (i == 399) {
                    after[0] = used();
                }
            }
            after[1] = used();

            assertThat(run.report().pages()).isEqualTo(2000);
            assertThat(after[1] - after[0])
                    .as("bytes that 600 letters left behind")
                    .isLessThan(1_200_000);
        }
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
