package org.tsunagu.letters;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// A scanner reads from the picture what was put into it.
class QrPictureTest {

    private static final Pattern SQUARE = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v(\\d+)");
    private static final Pattern SIDE = Pattern.compile("viewBox=\"-4 -4 (\\d+) \\1\"");
    private static final int ZOOM = 6;

    @Test
    void a_scanner_reads_the_address() throws NotFoundException {
        var address = "https://tsunagu.example.jp/shown/12-abcdefghjkmnpqrstuvwxyz23456789a";

        var svg = QrPicture.svg(address, "見せる \"コード\"");

        assertThat(svg).contains("aria-label=\"見せる &quot;コード&quot;\"").doesNotContain("style=");
        assertThat(read(svg)).isEqualTo(address);
    }

    private static String read(String svg) throws NotFoundException {
        var found = SIDE.matcher(svg);
        assertThat(found.find()).isTrue();
        var side = Integer.parseInt(found.group(1)) * ZOOM;
        var pixels = new int[side * side];
        Arrays.fill(pixels, 0xffffff);
        SQUARE.matcher(svg).results().forEach(square -> {
            var x = (Integer.parseInt(square.group(1)) + 4) * ZOOM;
            var y = (Integer.parseInt(square.group(2)) + 4) * ZOOM;
            for (var down = 0; down < Integer.parseInt(square.group(4)) * ZOOM; down++) {
                var from = (y + down) * side + x;
                Arrays.fill(pixels, from, from + Integer.parseInt(square.group(3)) * ZOOM, 0);
            }
        });
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(side, side, pixels)));
        return new MultiFormatReader().decode(bitmap).getText();
    }
}
