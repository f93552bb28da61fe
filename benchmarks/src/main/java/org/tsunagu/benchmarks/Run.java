package org.tsunagu.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// One run of [Measured] in a Java machine of its own and what it printed (計測の一回分).
///
/// @param cpuMillis processor time of the whole process, start and compilation of the Java machine included
/// @param wallMillis from the start of its `main`
/// @param peakHeapMegabytes highest use of the heap
record Run(long documents, long cpuMillis, long wallMillis, long peakHeapMegabytes) {

    private static final Pattern LINE = Pattern.compile("measured cpu_ms=(\\d+) wall_ms=(\\d+) peak_heap_mb=(\\d+)");

    /// Runs a kind of work over an archive of so many documents.
    static Run of(long documents, List<String> javaOptions, List<String> arguments) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Measured.class.getName()));
        command.addAll(arguments);
        try {
            var process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            var line = LINE.matcher(output);
            if (process.waitFor() != 0 || !line.find()) {
                throw new IllegalStateException("%s failed: %s".formatted(arguments, output));
            }
            return new Run(
                    documents,
                    Long.parseLong(line.group(1)),
                    Long.parseLong(line.group(2)),
                    Long.parseLong(line.group(3)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// Documents per second of processor time.
    double perCpuSecond() {
        return 1000.0 * documents / cpuMillis;
    }

    /// Documents per second on the clock.
    double perSecond() {
        return 1000.0 * documents / wallMillis;
    }
}
