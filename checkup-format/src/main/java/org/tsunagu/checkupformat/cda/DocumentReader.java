package org.tsunagu.checkupformat.cda;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.fasterxml.aalto.stax.StreamReaderImpl;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import org.codehaus.stax2.io.Stax2ByteArraySource;
import org.jspecify.annotations.Nullable;
import org.tsunagu.checkupformat.document.CheckupDocument;
import org.tsunagu.checkupformat.document.Field;
import org.tsunagu.checkupformat.document.GuidanceDocument;
import org.tsunagu.checkupformat.document.ReceivedFile;
import org.tsunagu.codes.item.Items;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Reads one XML file of an exchange (受領ファイルの読み取り): checkup and guidance documents (hc08, hg08),
/// index (ix08), summary (su08) and settlement files (cc08, gc08). What the file is, its root
/// element and report category say, never its name.
///
/// Streams through the bytes once and never throws on what it finds there: what cannot be read is reported with an
/// `XML-` check. Not safe for several threads: each has its own.
public final class DocumentReader {

    private static final String CDA = "ClinicalDocument";
    private static final Set<String> ROOTS = Set.of(CDA, "index", "summary", "checkupClaim", "healthGuidanceClaim");
    private static final Set<String> CDA_NAMESPACES = Set.of("urn:hl7-org:v3");

    /// Of periods 3 and 4, and of the second period, which is a finding of its own (CHK-XML-004).
    private static final Set<String> EXCHANGE_NAMESPACES = Set.of(
            "https://www.mhlw.go.jp/stf/seisakunitsuite/bunya/0000161103.html",
            "http://tokuteikenshin.jp/checkup/2007");

    /// The parser keeps every element name it ever saw: a new one now and then keeps hostile names from piling up.
    private static final int READS_PER_PARSER = 256;

    private final boolean readsPlain;
    private final Items items;
    private final XmlLimits limits;
    private final Words words = new Words();
    private final KnownTags tags = new KnownTags();
    private final PlainCursor plain;
    private InputFactoryImpl parsers = secureParsers();
    private Field foreignNamespace = Field.ABSENT;
    private int reads;

    /// A reader that knows the items of a master.
    public DocumentReader(Items items, XmlLimits limits) {
        this(items, limits, true);
    }

    private DocumentReader(Items items, XmlLimits limits, boolean readsPlain) {
        this.readsPlain = readsPlain;
        this.items = items;
        this.limits = limits;
        this.plain = new PlainCursor(limits, words);
    }

    /// A reader that leaves every document to the full parser.
    static DocumentReader alwaysInFull(Items items, XmlLimits limits) {
        return new DocumentReader(items, limits, false);
    }

    private static InputFactoryImpl secureParsers() {
        var parsers = new InputFactoryImpl();
        parsers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        parsers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        parsers.setProperty(XMLInputFactory.IS_COALESCING, false);
        return parsers;
    }

    /// Reads a file; empty when it is refused, which is reported.
    public Optional<ReceivedFile> read(byte[] bytes, Place place, Reporter reporter) {
        if (!isReadable(bytes, place, reporter)) {
            return Optional.empty();
        }
        foreignNamespace = Field.ABSENT;
        try {
            var file = parse(bytes);
            reportNamespace(place, reporter);
            return Optional.of(file);
        } catch (RefusedXml refused) {
            reportNamespace(place, reporter);
            reporter.report(refused.check(), place.at(refused.line(), refused.column()), refused.arguments());
            return Optional.empty();
        }
    }

    private boolean isReadable(byte[] bytes, Place place, Reporter reporter) {
        if (bytes.length == 0) {
            reporter.report("XML-EMPTY", place);
            return false;
        }
        if (bytes.length > limits.bytes()) {
            var actual = String.valueOf(bytes.length);
            reporter.report("XML-SIZE", place, "actual", actual, "expected", String.valueOf(limits.bytes()));
            return false;
        }
        if (plain.isBegunAsBefore(bytes)) {
            return true;
        }
        var foreign = Encodings.foreign(bytes);
        if (!foreign.isEmpty()) {
            reporter.report("XML-ENCODING", place.at(1, 1), "actual", foreign);
            return false;
        }
        if (Encodings.hasMark(bytes)) {
            reporter.report("XML-BOM", place.at(1, 1));
        }
        return true;
    }

    private ReceivedFile parse(byte[] bytes) throws RefusedXml {
        if (!readsPlain) {
            return parseInFull(bytes);
        }
        try {
            return file(plain.open(bytes));
        } catch (NotPlain other) {
            return parseInFull(bytes);
        }
    }

    private ReceivedFile parseInFull(byte[] bytes) throws RefusedXml {
        foreignNamespace = Field.ABSENT;
        var parser = open(bytes);
        try {
            return file(new ParserCursor(parser, bytes, limits, words));
        } finally {
            close(parser);
        }
    }

    private ReceivedFile file(XmlCursor xml) throws RefusedXml {
        if (!xml.child(0)) {
            throw new RefusedXml("XML-TRUNCATED", 1, 1);
        }
        var file = root(xml);
        xml.finish();
        return file;
    }

    private ReceivedFile root(XmlCursor xml) throws RefusedXml {
        var name = xml.name();
        if (!ROOTS.contains(name)) {
            throw xml.refused("XML-UNKNOWN-KIND", "actual", ShortName.of(name));
        }
        noteNamespace(xml);
        var exchange = new ExchangeReader(xml);
        return switch (name) {
            case CDA -> document(xml);
            case "index" -> exchange.index();
            case "summary" -> exchange.summary();
            case "checkupClaim" -> new CheckupClaimReader(xml).read();
            default -> new GuidanceClaimReader(xml).read();
        };
    }

    private void noteNamespace(XmlCursor xml) {
        var known = xml.name().equals(CDA) ? CDA_NAMESPACES : EXCHANGE_NAMESPACES;
        if (!known.contains(xml.namespace())) {
            foreignNamespace = xml.at(ShortName.of(xml.namespace()));
        }
    }

    /// Another namespace is a finding; the file is read all the same, by its local names.
    private void reportNamespace(Place place, Reporter reporter) {
        if (foreignNamespace.isThere()) {
            var at = place.at(foreignNamespace.line(), foreignNamespace.column());
            reporter.report("CHK-XML-002", at, "actual", foreignNamespace.text());
        }
    }

    private ReceivedFile document(XmlCursor xml) throws RefusedXml {
        var header = new HeaderReader(xml);
        var body = new BodyReader(xml, items, limits.observations(), tags);
        @Nullable GuidanceBodyReader guidance = null;
        while (xml.child(1)) {
            if (!xml.name().equals("component")) {
                header.read(xml.name());
            } else if (header.isGuidance()) {
                guidance = guidance == null ? new GuidanceBodyReader(xml, limits.observations(), tags) : guidance;
                guidance.read();
            } else {
                body.read();
            }
        }
        return header.isGuidance()
                ? new GuidanceDocument(header.header(), guidance == null ? List.of() : guidance.sections())
                : new CheckupDocument(header.header(), body.sections(), body.observations());
    }

    private StreamReaderImpl open(byte[] bytes) throws RefusedXml {
        reads++;
        if (reads % READS_PER_PARSER == 0) {
            parsers = secureParsers();
        }
        try {
            return (StreamReaderImpl) parsers.createXMLStreamReader(new Stax2ByteArraySource(bytes, 0, bytes.length));
        } catch (XMLStreamException e) {
            throw XmlFailure.of(String.valueOf(e.getMessage()), e.getLocation(), bytes);
        }
    }

    private static void close(StreamReaderImpl parser) throws RefusedXml {
        try {
            parser.close();
        } catch (XMLStreamException e) {
            throw new RefusedXml("XML-SYNTAX", 0, 0, "reason", "not-well-formed");
        }
    }
}
