package org.tsunagu.checkupformat.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.validation.Schema;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Claim;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.Index;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.checkupformat.document.Summary;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;

/// Validates files against the official schemas (公式スキーマ検証) in a folder which the user filled: directly or in folders
/// below such as `v4` and `v2`. A set is known by the target namespace of its `ix08_V08.xsd`. The schemas inside an
/// archive are never used.
///
/// A file in the namespace of the second period is validated as such when that set is there; when it is not, or the
/// file does not fit it, as if it had the current namespace (CHK-XML-004 tells the user). Safe for several threads.
public final class SchemaGate {

    private static final String CURRENT = "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html";
    private static final String SECOND_PERIOD = "http://tokuteikenshin.jp/checkup/2007";

    private final Map<String, SchemaSet> sets;
    private final Set<String> reportedMissing = ConcurrentHashMap.newKeySet();
    private final SAXParserFactory parsers;

    private SchemaGate(Map<String, SchemaSet> sets) {
        this.sets = sets;
        this.parsers = secureParsers();
    }

    /// Looks for schema sets in a folder and the folders right below.
    public static SchemaGate open(Path folder) {
        var sets = new HashMap<String, SchemaSet>();
        for (var candidate : candidates(folder)) {
            SchemaSet.in(candidate).ifPresent(set -> sets.putIfAbsent(set.namespace(), set));
        }
        return new SchemaGate(sets);
    }

    private static List<Path> candidates(Path folder) {
        var candidates = new ArrayList<Path>();
        candidates.add(folder);
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> below = Files.newDirectoryStream(folder, Files::isDirectory)) {
                below.forEach(candidates::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return candidates.stream().sorted().toList();
    }

    private static SAXParserFactory secureParsers() {
        try {
            var parsers = SAXParserFactory.newDefaultNSInstance();
            parsers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            parsers.setFeature("http://xml.org/sax/features/external-general-entities", false);
            parsers.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            return parsers;
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's own XML parser lacks its security features", e);
        }
    }

    /// Whether no schema set was found in the folder.
    public boolean isEmpty() {
        return sets.isEmpty();
    }

    /// Validates a file that was read; what does not fit is reported with line and column.
    public void check(byte[] bytes, ReceivedFile file, Place place, Reporter reporter) {
        var errors = best(bytes, file);
        if (errors.isEmpty()) {
            if (reportedMissing.add(file.kind())) {
                reporter.report("SCHEMA-MISSING", place, "actual", file.kind());
            }
            return;
        }
        for (var error : errors.get()) {
            reporter.report("SCHEMA-INVALID", place.at(error.line(), error.column()), "reason", error.reason());
        }
    }

    /// The errors against the schema that fits best; empty when there is no schema.
    private Optional<List<SchemaErrors.SchemaError>> best(byte[] bytes, ReceivedFile file) {
        var namespace = namespace(file);
        var own = schema(namespace, file.kind()).map(schema -> errors(bytes, schema, namespace, namespace));
        if (!namespace.equals(SECOND_PERIOD) || (own.isPresent() && own.get().isEmpty())) {
            return own;
        }
        var rewritten = schema(CURRENT, file.kind()).map(schema -> errors(bytes, schema, SECOND_PERIOD, CURRENT));
        var isBetter = rewritten.isPresent()
                && (own.isEmpty() || rewritten.get().size() < own.get().size());
        return isBetter ? rewritten : own;
    }

    private static String namespace(ReceivedFile file) {
        var written = switch (file) {
            case Index index -> index.namespace().text();
            case Summary summary -> summary.namespace().text();
            case Claim claim -> claim.namespace().text();
            // Both sets hold the same hc08; only the current one holds hg08.
            case CheckupDocument document -> CURRENT;
            case GuidanceDocument document -> CURRENT;
        };
        return written.equals(SECOND_PERIOD) ? SECOND_PERIOD : CURRENT;
    }

    private Optional<Schema> schema(String namespace, String kind) {
        var set = sets.get(namespace);
        var schema = set == null ? Optional.<Schema>empty() : set.schema(kind);
        var older = sets.get(SECOND_PERIOD);
        return schema.isEmpty() && kind.equals("hc08") && older != null ? older.schema(kind) : schema;
    }

    private List<SchemaErrors.SchemaError> errors(byte[] bytes, Schema schema, String from, String to) {
        var errors = new SchemaErrors(from, to);
        var validator = schema.newValidatorHandler();
        validator.setErrorHandler(errors);
        errors.setParent(parser());
        errors.setContentHandler(validator);
        try {
            errors.parse(new InputSource(new ByteArrayInputStream(bytes)));
        } catch (SAXException e) {
            // Recorded already: enough errors, or a fatal one.
            return errors.errors();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return errors.errors();
    }

    private XMLReader parser() {
        try {
            return parsers.newSAXParser().getXMLReader();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IllegalStateException("the JDK's own XML parser is missing", e);
        }
    }
}
