package org.tsunagu.benchmarks;

import com.fasterxml.aalto.stax.InputFactoryImpl;
import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.tsunagu.claimsformat.claim.ClaimReader;
import org.tsunagu.claimsformat.problems.ClaimCatalogue;
import org.tsunagu.claimsformat.record.ClaimFile;
import org.tsunagu.claimsformat.record.Family;
import org.tsunagu.claimsformat.record.Kind;
import org.tsunagu.cli.Tsunagu;
import org.tsunagu.cli.text.Screen;
import org.xml.sax.SAXException;

/// One measured piece of work in a Java machine of its own (計測する一回の実行): the check itself or one of its named
/// peers over the same archive. Prints documents, processor time of the whole process, wall time and peak heap.
public final class Measured {

    private static final int BUFFER = 1 << 17;
    private static final int MOST_FIELDS = 1 << 12;

    private Measured() {}

    /// Kind of work and its arguments; the property `again` names how often the work is done once more in the warm
    /// machine, and then only the last time counts.
    static void main(String[] arguments) throws IOException {
        var again = Integer.getInteger("again", 0);
        for (var i = 0; i < again; i++) {
            work(arguments);
        }
        var cpu = again == 0 ? 0 : cpu();
        var begin = System.nanoTime();
        work(arguments);
        System.out.printf(
                "measured cpu_ms=%d wall_ms=%d peak_heap_mb=%d%n",
                (cpu() - cpu) / 1_000_000, (System.nanoTime() - begin) / 1_000_000, peakHeap() >> 20);
    }

    private static void work(String[] arguments) throws IOException {
        switch (arguments[0]) {
            case "check", "claims" -> check(List.of(arguments));
            case "fields" -> fields(Path.of(arguments[1]));
            case "read-claims" -> claims(Path.of(arguments[1]));
            case "bare" -> each(Path.of(arguments[1]), Measured::bareAalto);
            case "schema" -> each(Path.of(arguments[1]), schema(Path.of(arguments[2])));
            default ->
                throw new IllegalArgumentException(
                        "kind check, claims, fields, read-claims, bare or schema, not " + arguments[0]);
        }
    }

    /// Processor time of the whole process, its compiler and collector included, nanoseconds.
    private static long cpu() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /// Heap in use at its peak, bytes.
    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .mapToLong(pool -> pool.getPeakUsage().getUsed())
                .sum();
    }

    private static void check(List<String> arguments) {
        var status = Tsunagu.run(arguments, System.getenv(), Screen.standard());
        if (status > 1) {
            throw new IllegalStateException("check ended with " + status);
        }
    }

    /// Cuts a file into fields and asks for nothing: the bar for everything that reads claims.
    private static void fields(Path file) throws IOException {
        var buffer = new byte[BUFFER];
        var ends = new int[MOST_FIELDS];
        var fields = 0;
        var rows = 0L;
        try (var in = Files.newInputStream(file)) {
            for (var count = in.read(buffer); count > 0; count = in.read(buffer)) {
                for (var i = 0; i < count; i++) {
                    var b = buffer[i];
                    if (b == ',') {
                        ends[fields++] = i;
                    } else if (b == '\n') {
                        ends[fields] = i;
                        fields = 0;
                        rows++;
                    }
                }
            }
        }
        if (rows == 0 || ends[0] == 0) {
            throw new IllegalStateException("nothing read");
        }
    }

    /// Reads claims, carries out their corrections and compares headers with lines.
    private static void claims(Path file) throws IOException {
        var counts = new long[2];
        new ClaimReader(ClaimCatalogue.shipped())
                .read(
                        ClaimFile.of(file, Family.INSURER, Optional.of(Kind.MEDICAL)),
                        claim -> counts[0] += claim.amounts().pointsDecided(),
                        problem -> counts[1]++);
        if (counts[0] == 0 || counts[1] > 0) {
            throw new IllegalStateException("%d points, %d findings".formatted(counts[0], counts[1]));
        }
    }

    /// The documents of a file of [Corpus#inflated].
    private static void each(Path inflated, Consumer<byte[]> work) throws IOException {
        try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(inflated), BUFFER))) {
            for (var length = in.readInt(); length > 0; length = in.readInt()) {
                work.accept(in.readNBytes(length));
            }
        }
    }

    private static final XMLInputFactory AALTO = new InputFactoryImpl();

    /// A StAX pass that asks for nothing: the bar for everything that reads XML.
    static void bareAalto(byte[] bytes) {
        try {
            var reader = AALTO.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext()) {
                reader.next();
            }
            reader.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Validation by the JDK against the official schema, compiled once.
    static Consumer<byte[]> schema(Path folder) {
        try {
            var validator = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                    .newSchema(folder.resolve("hc08_V08.xsd").toFile())
                    .newValidator();
            return bytes -> {
                try {
                    validator.validate(new StreamSource(new ByteArrayInputStream(bytes)));
                } catch (SAXException e) {
                    throw new IllegalStateException(e);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            };
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
