package org.tsunagu.cli.check;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.tsunagu.checkupformat.cda.XmlLimits;
import org.tsunagu.codes.problem.Place;
import org.tsunagu.codes.problem.Reporter;

/// Reads XML files that are not in an archive (単独のXMLファイル).
final class LooseFile {

    private LooseFile() {}

    /// The bytes of a file; empty when it is too large or cannot be read, which is reported.
    static Optional<byte[]> read(Input input, XmlLimits limits, Reporter reporter) {
        var place = Place.of(input.shownName());
        if (input.size() > limits.bytes()) {
            var actual = String.valueOf(input.size());
            reporter.report("XML-SIZE", place, "actual", actual, "expected", String.valueOf(limits.bytes()));
            return Optional.empty();
        }
        try (var in = Files.newInputStream(input.path())) {
            // One byte more than allowed is enough to see that a file has grown.
            return Optional.of(in.readNBytes(limits.bytes() + 1));
        } catch (IOException e) {
            reporter.report("ARCHIVE-UNREADABLE", place, "reason", e.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
