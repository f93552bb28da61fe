package org.tsunagu.checkupformat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Assumptions;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/// The official schemas, when they lie beside the project: in the folder named by `tsunagu.shared`, or in `shared`
/// beside
/// the repository. Tests that need them are skipped when they are not there.
public final class OfficialSchemas {

    private static final Map<String, Schema> COMPILED = new ConcurrentHashMap<>();

    private OfficialSchemas() {}

    /// The folder with the current set; skips the test when it is not there.
    public static Path folder() {
        var folder = find();
        Assumptions.assumeTrue(folder.isPresent(), "official schemas are not there");
        return folder.get();
    }

    private static Optional<Path> find() {
        var candidates = new ArrayList<Path>();
        Optional.ofNullable(System.getProperty("tsunagu.shared")).map(Path::of).ifPresent(candidates::add);
        for (var at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            candidates.add(at.resolveSibling("shared"));
        }
        return candidates.stream()
                .map(shared -> shared.resolve("spec/checkup/schemas/v4"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /// What the schema of a kind (`hc08`, `ix08`, `su08`) says about a file.
    public static List<String> errors(String kind, byte[] xml) {
        var errors = new ArrayList<String>();
        try {
            var validator =
                    COMPILED.computeIfAbsent(kind, OfficialSchemas::compile).newValidator();
            validator.setErrorHandler(new ErrorHandler() {
                @Override
                public void warning(SAXParseException e) {}

                @Override
                public void error(SAXParseException e) {
                    errors.add(e.getLineNumber() + ": " + e.getMessage());
                }

                @Override
                public void fatalError(SAXParseException e) {
                    error(e);
                }
            });
            validator.validate(new StreamSource(new ByteArrayInputStream(xml)));
        } catch (SAXException | IOException e) {
            errors.add(e.toString());
        }
        return errors;
    }

    private static Schema compile(String kind) {
        try {
            var factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            return factory.newSchema(folder().resolve(kind + "_V08.xsd").toFile());
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
