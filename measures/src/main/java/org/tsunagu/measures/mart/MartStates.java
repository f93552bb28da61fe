package org.tsunagu.measures.mart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// From what state of the data each partition of a version was made (区画の元の状態): one line a partition.
final class MartStates {

    private static final String FILE = "partitions.tsv";

    private MartStates() {}

    static Map<String, String> of(Optional<Path> version) throws IOException {
        var states = new HashMap<String, String>();
        if (version.isPresent() && Files.isRegularFile(version.get().resolve(FILE))) {
            for (var line : Files.readAllLines(version.get().resolve(FILE))) {
                var cells = List.of(line.split("\t", -1));
                states.put(cells.getFirst(), cells.getLast());
            }
        }
        return states;
    }

    static void write(Path version, Map<String, String> states) throws IOException {
        Files.write(
                version.resolve(FILE),
                states.entrySet().stream()
                        .map(entry -> entry.getKey() + "\t" + entry.getValue())
                        .toList());
    }
}
