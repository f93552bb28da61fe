package org.tsunagu.app.desk.web;

import uk.org.okapibarcode.backend.QrCode;

/// A QR code as a path of SVG (二次元コード), so that no picture has to be fetched.
///
/// @param size in modules, with the quiet zone around
/// @param path for the attribute `d`
public record QrPicture(int size, String path) {

    private static final int QUIET = 4;

    static QrPicture of(String content) {
        var code = new QrCode();
        code.setPreferredEccLevel(QrCode.EccLevel.M);
        code.setModuleWidth(1);
        code.setContent(content);
        var path = new StringBuilder();
        for (var bar : code.getRectangles()) {
            path.append("M%d %dh%dv%dh-%dz"
                    .formatted((int) bar.x + QUIET, (int) bar.y + QUIET, (int) bar.width, (int) bar.height, (int)
                            bar.width));
        }
        return new QrPicture(code.getWidth() + 2 * QUIET, path.toString());
    }
}
