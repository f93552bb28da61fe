package org.tsunagu.letters.layout;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsunagu.letters.Body;
import org.tsunagu.letters.LetterRun;
import org.tsunagu.letters.Samples;
import org.tsunagu.letters.layout.Profile.Area;

class FrontPageTest {

    static final double POINTS = 72 / 25.4;
    static final int DPI = 300;

    record Placed(String text, Area area) {}

    static byte[] pdf(String envelope) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var run = new LetterRun(bytes, Samples.settings(Locale.JAPANESE, envelope))) {
            run.add(Samples.letter("26-000123", Samples.notice(Samples.ILL)));
        }
        return bytes.toByteArray();
    }

    static List<Placed> placed(byte[] pdf) throws IOException {
        var placed = new ArrayList<Placed>();
        try (var document = Samples.open(pdf)) {
            var stripper = new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    var first = positions.getFirst();
                    var last = positions.getLast();
                    placed.add(new Placed(
                            text,
                            new Area(
                                    first.getXDirAdj() / POINTS,
                                    (first.getYDirAdj() - first.getFontSizeInPt()) / POINTS,
                                    (last.getXDirAdj() + last.getWidthDirAdj() - first.getXDirAdj()) / POINTS,
                                    first.getFontSizeInPt() / POINTS)));
                }
            };
            stripper.setEndPage(1);
            stripper.getText(document);
        }
        return placed;
    }

    static boolean isInside(Area inner, Area outer) {
        return inner.x() >= outer.x() - 0.1
                && inner.y() >= outer.y() - 0.5
                && inner.x() + inner.width() <= outer.x() + outer.width() + 0.1
                && inner.y() + inner.height() <= outer.y() + outer.height() + 0.5;
    }

    @ParameterizedTest
    @ValueSource(strings = {"NAGA3", "KAKU2"})
    void the_address_and_nothing_but_the_address_stands_in_the_window(String envelope) throws IOException {
        var profile = Profile.of(envelope);
        var texts = placed(pdf(envelope));

        assertThat(texts.stream()
                        .filter(one -> isInside(one.area(), profile.address()))
                        .map(Placed::text))
                .containsExactly("〒100-0001", "東京都架空区見本町4丁目5番6号", "つなぐハイツ 203号", "𠮷田 髙子 様");
        assertThat(texts.stream()
                        .filter(one -> isInside(one.area(), profile.barcode()))
                        .map(Placed::text))
                .containsExactly("26-000123");
    }

    @Test
    void nothing_leaves_the_sheet_or_its_margins() throws IOException {
        var margins = new Area(15, 12, 180, 280);

        assertThat(placed(pdf("NAGA3"))).allMatch(one -> isInside(one.area(), margins));
    }

    @Test
    void a_scanner_reads_both_codes_from_the_printed_page() throws IOException, NotFoundException {
        var profile = Profile.of("NAGA3");
        try (var document = Samples.open(pdf("NAGA3"))) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
            var area = profile.barcode();
            var serial = image.getSubimage(pixels(area.x() - 8), pixels(area.y() - 2), pixels(70), pixels(5));
            var link = image.getSubimage(pixels(160), pixels(45), pixels(45), pixels(24));

            assertThat(read(serial)).isEqualTo("26-000123");
            assertThat(read(link)).isEqualTo("https://example.jp/l/3fA9kQ2x");
        }
    }

    @Test
    void a_scanner_reads_the_number_in_the_body() throws IOException, NotFoundException {
        var bytes = new ByteArrayOutputStream();
        Body body = (paper, letter, texts) -> {
            paper.title("利用案内");
            paper.barcode("26300000012", "利用券整理番号のバーコード");
        };
        try (var run = new LetterRun(bytes, Samples.settings(Locale.JAPANESE, "NAGA3"))) {
            run.add(Samples.letter("26-000123", body));
        }
        try (var document = Samples.open(bytes.toByteArray())) {
            var image = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.RGB);
            var top = pixels(Profile.of("NAGA3").bodyTop());

            assertThat(read(image.getSubimage(pixels(10), top, pixels(120), pixels(50))))
                    .isEqualTo("26300000012");
        }
    }

    private static int pixels(double millimetres) {
        return (int) Math.round(millimetres * DPI / 25.4);
    }

    private static String read(java.awt.image.BufferedImage image) throws NotFoundException {
        var colours = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        var source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), colours);
        return new MultiFormatReader()
                .decode(new BinaryBitmap(new HybridBinarizer(source)), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
