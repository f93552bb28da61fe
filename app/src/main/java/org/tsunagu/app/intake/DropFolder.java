package org.tsunagu.app.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;

/// Takes in what is put into a folder (フォルダー監視): `inbox/<insurer number>` in the folder of the data. A file is taken
/// when it has not changed between two looks, and lies in `taken` afterwards; one that cannot be kept stays where it
/// is.
@Component
@EnableScheduling
class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final String TAKEN = "taken";

    private final Path inbox;
    private final Insurers insurers;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Map<Path, Look> seen = new HashMap<>();
    private boolean isReady;

    DropFolder(@Value("${tsunagu.data}") Path data, Insurers insurers, Deliveries deliveries, Clock clock) {
        this.inbox = data.resolve("inbox");
        this.insurers = insurers;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /// How a file looked the last time.
    private record Look(long size, long modified) {}

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        isReady = true;
    }

    @Scheduled(fixedDelayString = "${tsunagu.inbox-pause:PT2S}")
    void look() {
        if (isReady && Files.isDirectory(inbox)) {
            for (var insurer : insurers.all()) {
                var folder = inbox.resolve(insurer.number());
                if (Files.isDirectory(folder)) {
                    look(insurer, folder);
                }
            }
        }
    }

    private void look(Insurer insurer, Path folder) {
        try {
            for (var file : files(folder)) {
                var now = new Look(
                        Files.size(file), Files.getLastModifiedTime(file).toMillis());
                if (now.equals(seen.put(file, now)) && isOld(now)) {
                    take(insurer, file);
                    seen.remove(file);
                }
            }
        } catch (IOException e) {
            LOG.warn(
                    "the inbox of {} cannot be read: {}",
                    insurer.number(),
                    e.getClass().getSimpleName());
        }
    }

    private boolean isOld(Look look) {
        return look.modified() < clock.millis() - 1000;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var below = Files.list(folder)) {
            return below.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .filter(file -> isMeant(String.valueOf(file.getFileName())))
                    .sorted()
                    .toList();
        }
    }

    /// Files that are still being copied often carry such names.
    private static boolean isMeant(String name) {
        return !name.startsWith(".") && !name.endsWith(".part") && !name.endsWith(".tmp");
    }

    private void take(Insurer insurer, Path file) throws IOException {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            deliveries.receive(insurer.id(), in, name, "folder", "inbox");
        }
        var taken = file.resolveSibling(TAKEN);
        Files.createDirectories(taken);
        Files.move(file, taken.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
}
