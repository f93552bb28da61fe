package org.tsunagu.checkupformat.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;
import org.w3c.dom.ls.LSResourceResolver;

/// Finds what schemas include (スキーマの取り込み) in one folder and nowhere else: anything outside reads as an empty file,
/// with which no schema compiles.
final class FolderResolver implements LSResourceResolver {

    private final Path folder;

    FolderResolver(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    @Override
    public LSInput resolveResource(
            @Nullable String type,
            @Nullable String namespace,
            @Nullable String publicId,
            @Nullable String systemId,
            @Nullable String base) {
        var file = file(systemId, base);
        var input = input();
        input.setSystemId(file.toUri().toString());
        input.setByteStream(new ByteArrayInputStream(bytes(file)));
        return input;
    }

    /// The file meant; the folder itself when it lies outside or is no file name.
    private Path file(@Nullable String systemId, @Nullable String base) {
        try {
            var from = base == null ? folder.toUri() : URI.create(base);
            var file = Path.of(from.resolve(systemId == null ? "" : systemId)).normalize();
            return file.startsWith(folder) ? file : folder;
        } catch (IllegalArgumentException e) {
            return folder;
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static LSInput input() {
        try {
            var implementation = DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation();
            return ((DOMImplementationLS) implementation.getFeature("LS", "3.0")).createLSInput();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK's own XML parser is missing", e);
        }
    }
}
