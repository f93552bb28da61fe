package org.tsunagu.fhir.checkup;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.util.XmlUtil;
import java.io.StringReader;
import java.io.StringWriter;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/// The FHIR library (FHIRライブラリ), made on first use: it takes a second or more.
final class Fhir {

    private Fhir() {}

    /// A parser for one thread.
    static IParser parser(BundleFormat format) {
        return switch (format) {
            case JSON -> Shared.R4.newJsonParser();
            case XML -> Shared.R4.newXmlParser();
        };
    }

    private static final class Shared {
        private static final FhirContext R4 = make();

        /// The library takes whatever XML parser comes first on the class path, but can work with one only. It keeps
        /// what it took: so that one is named while it looks, and everybody else keeps theirs.
        private static FhirContext make() {
            var input = name("XMLInputFactory", "com.ctc.wstx.stax.WstxInputFactory");
            var output = name("XMLOutputFactory", "com.ctc.wstx.stax.WstxOutputFactory");
            try {
                XmlUtil.createXmlReader(new StringReader("<a/>")).close();
                XmlUtil.createXmlStreamWriter(new StringWriter()).writeEmptyElement("a");
            } catch (XMLStreamException e) {
                throw new IllegalStateException(e);
            } finally {
                restore("XMLInputFactory", input);
                restore("XMLOutputFactory", output);
            }
            return FhirContext.forR4();
        }

        private static @Nullable String name(String factory, String implementation) {
            return System.setProperty("javax.xml.stream." + factory, implementation);
        }

        private static void restore(String factory, @Nullable String before) {
            if (before == null) {
                System.clearProperty("javax.xml.stream." + factory);
            } else {
                System.setProperty("javax.xml.stream." + factory, before);
            }
        }
    }
}
