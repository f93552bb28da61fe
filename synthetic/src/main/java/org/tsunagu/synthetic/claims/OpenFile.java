package org.tsunagu.synthetic.claims;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.tsunagu.claimsformat.record.ClaimWriter;
import org.tsunagu.claimsformat.record.Family;

/// A claim file that appears under its name only when it is whole (作成中のレセプトファイル).
final class OpenFile implements AutoCloseable {

    private final Path file;
    private final Path partial;
    private final ClaimWriter writer;

    OpenFile(Path folder, String name, Family family) throws IOException {
        this.file = folder.resolve(name);
        this.partial = folder.resolve(name + ".part");
        Files.createDirectories(folder);
        this.writer = new ClaimWriter(new BufferedOutputStream(Files.newOutputStream(partial)), family);
    }

    /// Writes a file that is whole already.
    static void write(Path folder, String name, byte[] bytes) throws IOException {
        Files.createDirectories(folder);
        var partial = folder.resolve(name + ".part");
        Files.write(partial, bytes);
        Files.move(partial, folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    ClaimWriter writer() {
        return writer;
    }

    void finish() throws IOException {
        writer.close();
        Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
    }

    /// Does nothing after [#finish].
    @Override
    public void close() throws IOException {
        if (Files.exists(partial)) {
            writer.close();
            Files.delete(partial);
        }
    }
}
