package org.tsunagu.spark.ingest;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.spark.ingest.Input.Kind;

/// What is to be taken in (取り込みの指示). All paths are seen by every machine under the same name. The secret of the
/// pseudonyms is named by its file, so that it is in no log.
///
/// @param checkups folder of archives; empty for none, as with `claims` and `register`
/// @param masters folder of the masters that `./tsunagu masters load` has filled
/// @param keyFile file with the secret of the pseudonymous ids
/// @param received day of reception, ISO: nothing in a document may lie after it
public record Order(
        String checkups,
        String claims,
        String register,
        String masters,
        String keyFile,
        String out,
        int firstYear,
        int lastYear,
        String received)
        implements Serializable {

    /// The files, the largest first, so that no machine waits long for the last of them.
    List<Input> inputs() {
        return Stream.of(files(Kind.CHECKUPS, checkups), files(Kind.CLAIMS, claims), files(Kind.REGISTER, register))
                .flatMap(List::stream)
                .sorted(Comparator.comparingLong(Input::size).reversed().thenComparing(Input::path))
                .toList();
    }

    private static List<Input> files(Kind kind, String place) {
        if (place.isEmpty()) {
            return List.of();
        }
        try (var files = Files.walk(Path.of(place))) {
            return files.filter(Files::isRegularFile)
                    .map(file -> new Input(kind, file.toString(), file.toFile().length()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Where the rows of each input lie until they are merged; what is there is not read again.
    Path taken() {
        return Path.of(out).resolve("inputs");
    }
}
