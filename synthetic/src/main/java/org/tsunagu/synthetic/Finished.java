package org.tsunagu.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/// Writes files that appear under their name only when they are whole (一時ファイルからの改名).
final class Finished {
    private Finished() {}

    /// What fills a file (書き込み).
    @FunctionalInterface
    interface Content {
        void write(OutputStream out) throws IOException;
    }

    static void write(Path file, Content content) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        var temporary = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (var out = Files.newOutputStream(temporary)) {
                content.write(out);
            }
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    static void write(Path file, String text) throws IOException {
        write(file, text, StandardCharsets.UTF_8);
    }

    static void write(Path file, String text, Charset charset) throws IOException {
        write(file, out -> out.write(text.getBytes(charset)));
    }
}
