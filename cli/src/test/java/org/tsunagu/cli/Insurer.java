package org.tsunagu.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tsunagu.synthetic.Options;
import org.tsunagu.synthetic.Progress;
import org.tsunagu.synthetic.SyntheticInsurer;

/// A small invented insurer with planted defects, made once for all tests.
public final class Insurer {

    private static final Path FOLDER = make();

    private Insurer() {}

    private static Path make() {
        try {
            var folder = Path.of("target", "insurer");
            var options = Options.standard(folder).sized(600, 2023, 2024).withDefects(0.05);
            if (!Files.exists(folder.resolve("realism.html"))) {
                new SyntheticInsurer().generate(options, Progress.SILENT);
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Path folder() {
        return FOLDER;
    }

    public static Path archives() {
        return FOLDER.resolve("archives");
    }

    /// Archives without a planted defect.
    public static List<Path> soundArchives() {
        var defective = Csv.column(FOLDER.resolve("defects.csv"), "archive");
        try (Stream<Path> files = Files.list(archives())) {
            return files.filter(file -> !defective.contains(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
