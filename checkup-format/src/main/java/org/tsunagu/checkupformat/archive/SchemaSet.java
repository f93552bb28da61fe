package org.tsunagu.checkupformat.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/// One official schema set (公式スキーマ一式) in a folder. Each kind of file has a schema of its own, compiled when first
/// needed: hc08 and hg08, cc08 and gc08 declare the same names, so they are never merged.
final class SchemaSet {

    private static final String INDEX = "ix08_V08.xsd";

    private final Path folder;
    private final String namespace;
    private final Map<String, Optional<Schema>> compiled = new ConcurrentHashMap<>();

    private SchemaSet(Path folder, String namespace) {
        this.folder = folder;
        this.namespace = namespace;
    }

    /// The set in a folder; empty when there is none.
    static Optional<SchemaSet> in(Path folder) {
        var index = folder.resolve(INDEX);
        if (!Files.isRegularFile(index)) {
            return Optional.empty();
        }
        try (var in = Files.newInputStream(index)) {
            return targetNamespace(in).map(namespace -> new SchemaSet(folder, namespace));
        } catch (IOException | XMLStreamException e) {
            // What is not a readable schema is no set; the gate then says which schema is missing.
            return Optional.empty();
        }
    }

    private static Optional<String> targetNamespace(InputStream in) throws XMLStreamException {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        var reader = factory.createXMLStreamReader(in);
        while (reader.hasNext()) {
            reader.next();
            if (reader.isStartElement()) {
                return Optional.ofNullable(reader.getAttributeValue("", "targetNamespace"));
            }
        }
        return Optional.empty();
    }

    /// Namespace of index, summary and settlement files in this set.
    String namespace() {
        return namespace;
    }

    /// The schema of a kind; empty when the set has none or it cannot be compiled.
    Optional<Schema> schema(String kind) {
        return compiled.computeIfAbsent(kind, this::compile);
    }

    private Optional<Schema> compile(String kind) {
        var file = folder.resolve(kind + "_V08.xsd");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        var factory = SchemaFactory.newDefaultInstance();
        try (var in = Files.newInputStream(file)) {
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file");
            factory.setResourceResolver(new FolderResolver(folder));
            return Optional.of(
                    factory.newSchema(new StreamSource(in, file.toUri().toString())));
        } catch (IOException | SAXException e) {
            return Optional.empty();
        }
    }
}
