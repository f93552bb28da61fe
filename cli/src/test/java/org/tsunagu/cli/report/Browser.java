package org.tsunagu.cli.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A Chromium without window that loads one page and gives back what the page has become.
record Browser(Path program) {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

    /// The browser of this machine, if there is one on the path.
    static Optional<Browser> find() {
        return NAMES.stream()
                .flatMap(name -> Stream.of(
                                System.getenv().getOrDefault("PATH", "").split(":"))
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst()
                .map(Browser::new);
    }

    /// Loads a page in a window of the given width and waits until its scripts are idle.
    String load(Path page, int width) throws IOException, InterruptedException {
        var profile = Files.createTempDirectory(page.getParent(), "profile");
        var output = Files.createTempFile(page.getParent(), "dom", ".html");
        var command = new ArrayList<>(List.of(program.toString(), "--headless", "--no-sandbox", "--disable-gpu"));
        command.addAll(List.of("--no-first-run", "--disable-background-networking", "--disable-dev-shm-usage"));
        command.addAll(List.of("--user-data-dir=" + profile, "--window-size=%d,900".formatted(width)));
        command.addAll(List.of(
                "--virtual-time-budget=60000", "--dump-dom", page.toUri().toString()));
        var process = new ProcessBuilder(command)
                .redirectOutput(output.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the browser did not end within two minutes");
        }
        return Files.readString(output, StandardCharsets.UTF_8);
    }
}
