package org.tsunagu.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.tsunagu.letters.picture.PictureFile;
import org.tsunagu.letters.report.Block;
import org.tsunagu.letters.report.Report;
import org.tsunagu.letters.report.ReportPdf;

/// Charts as PNG and inside a PDF.
class PictureTest {

    private static final int RED = 0xFFFF0000;
    private static final int BLUE = 0xFF0031D8;
    private static final String CHART = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100" width="200" height="100" class="chart">\
            <title>x</title><desc>y</desc><defs><pattern id="a-h" width="7" height="7" patternUnits="userSpaceOnUse">\
            <rect width="7" height="7" fill="#ff0000"/><path d="M3,3.5 h1" stroke="#4a4a4a" stroke-width="1"/></pattern></defs>\
            <rect x="10" y="10" width="40" height="40" fill="#0031d8"/>\
            <g><title>hint</title><rect x="60" y="10" width="42" height="42" fill="url(#a-h)"/></g>\
            <path d="M150,30 m-20,0 a20,20 0 1,0 40,0 a20,20 0 1,0 -40,0 z" fill="#ff0000"/>\
            <line x1="0" y1="60" x2="200" y2="60" stroke="#0031d8" stroke-width="4" stroke-dasharray="6,3"/>\
            <text x="100" y="92" text-anchor="middle" fill="#0031d8" font-size="24" font-weight="bold">喫煙率</text></svg>""";

    private static BufferedImage png(String svg) throws IOException {
        var out = new ByteArrayOutputStream();
        PictureFile.png(svg, out);
        return ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
    }

    @Test
    void a_chart_becomes_an_image_with_areas_patterns_circles_and_words() throws IOException {
        var image = png(CHART);

        assertThat(image.getWidth()).isEqualTo(400);
        assertThat(image.getRGB(60, 60)).isEqualTo(BLUE);
        assertThat(image.getRGB(126, 26)).isEqualTo(RED);
        assertThat(image.getRGB(300, 60)).isEqualTo(RED);
        assertThat(image.getRGB(300, 95)).isEqualTo(RED);
        assertThat(image.getRGB(2, 2)).isEqualTo(-1);
        var written = 0;
        for (var x = 120; x < 280; x++) {
            for (var y = 140; y < 190; y++) {
                written += image.getRGB(x, y) == BLUE ? 1 : 0;
            }
        }
        assertThat(written).isBetween(500, 4000);
    }

    @Test
    void the_same_chart_stands_in_a_document_with_words_for_it() throws IOException {
        var report = new Report(
                "図",
                List.of(),
                "見本組合",
                "",
                Locale.JAPANESE,
                Instant.parse("2026-11-26T00:00:00Z"),
                List.of(new Block.Picture(CHART, "喫煙率の図")));
        var out = new ByteArrayOutputStream();
        ReportPdf.writeShort(report, out);
        try (var document = Loader.loadPDF(out.toByteArray())) {
            var page = new PDFRenderer(document).renderImage(0, 1);
            var colours = 0;
            for (var x = 0; x < page.getWidth(); x++) {
                for (var y = 0; y < page.getHeight(); y++) {
                    colours += page.getRGB(x, y) == BLUE ? 1 : 0;
                }
            }
            assertThat(colours).isGreaterThan(2000);
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
        }
    }

    @Test
    void what_is_no_picture_of_ours_is_refused() {
        assertThatThrownBy(() -> png("<html")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> png("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"90000\" height=\"90000\"/>"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
