package org.tsunagu.app.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.tsunagu.app.access.Insurer;
import org.tsunagu.app.access.Insurers;
import org.tsunagu.app.files.TooLarge;

/// Takes in what is put into a folder (フォルダー監視): `inbox/<insurer number>` in the folder of the data. A file is taken
/// when it has not changed between two looks and has an end, or has not changed for some minutes; it lies in `taken`
/// afterwards. One that cannot be kept stays where it is and stops no other.
@Component
@EnableScheduling
class DropFolder {

    private static final Logger LOG = LoggerFactory.getLogger(DropFolder.class);
    private static final String TAKEN = "taken";

    private final Path inbox;
    private final Insurers insurers;
    private final Deliveries deliveries;
    private final Clock clock;
    private final Duration patience;
    private final Map<Path, Look> seen = new HashMap<>();
    private final Map<Path, Look> given = new HashMap<>();
    private boolean isReady;

    DropFolder(
            @Value("${tsunagu.data}") Path data,
            @Value("${tsunagu.inbox-patience:PT5M}") Duration patience,
            Insurers insurers,
            Deliveries deliveries,
            Clock clock) {
        this.patience = patience;
        this.inbox = data.resolve("inbox");
        this.insurers = insurers;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    /// How a file looked the last time.
    private record Look(long size, long modified) {

        static Look at(Path file) throws IOException {
            return new Look(Files.size(file), Files.getLastModifiedTime(file).toMillis());
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void begin() {
        isReady = true;
    }

    @Scheduled(fixedDelayString = "${tsunagu.inbox-pause:PT2S}")
    void look() {
        if (isReady && Files.isDirectory(inbox)) {
            try {
                for (var insurer : insurers.all()) {
                    var folder = inbox.resolve(insurer.number());
                    if (Files.isDirectory(folder)) {
                        look(insurer, folder);
                    }
                }
            } catch (DataAccessException | TransactionException e) {
                LOG.warn("the inbox waits: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void look(Insurer insurer, Path folder) {
        try {
            for (var file : files(folder)) {
                var now = Look.at(file);
                if (now.equals(seen.put(file, now)) && isOld(now, file) && !now.equals(given.get(file))) {
                    take(insurer, file, now);
                }
            }
        } catch (IOException | UncheckedIOException e) {
            LOG.warn(
                    "the inbox of {} cannot be read: {}",
                    insurer.number(),
                    e.getClass().getSimpleName());
        }
    }

    /// A copy that pauses looks like one that has ended; an archive or a document without its end is given more time.
    private boolean isOld(Look look, Path file) throws IOException {
        var age = clock.millis() - look.modified();
        return age > 1000 && (FileEnds.isWhole(file) || age > patience.toMillis());
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

    private void take(Insurer insurer, Path file, Look look) throws IOException {
        var name = String.valueOf(file.getFileName());
        try (var in = Files.newInputStream(file)) {
            deliveries.receive(insurer.id(), in, name, "folder", "inbox");
        } catch (TooLarge e) {
            // It will not get smaller: said once, and left.
            given.put(file, look);
            LOG.warn("a file in the inbox of {} is too large", insurer.number());
            return;
        } catch (IOException e) {
            LOG.warn(
                    "a file in the inbox of {} cannot be kept: {}",
                    insurer.number(),
                    e.getClass().getSimpleName());
            return;
        }
        seen.remove(file);
        // Had it grown meanwhile, what was received is the half of it: the whole is taken at a later look.
        if (look.equals(Look.at(file))) {
            var taken = file.resolveSibling(TAKEN);
            Files.createDirectories(taken);
            Files.move(file, taken.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
