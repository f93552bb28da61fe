package org.tsunagu.app;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tsunagu.localdb.DatabaseFailed;
import org.tsunagu.localdb.LocalServer;

/// Looks after the embedded database (内蔵データベースの見守り): when it has died, it is started again at the same address, and
/// the application finds it there.
final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long PAUSE_MILLISECONDS = 3000;

    private final Thread thread;

    private Watch(Thread thread) {
        this.thread = thread;
    }

    /// Begins to watch; over a database of the user's own others watch.
    static Watch over(Optional<LocalServer> local) {
        var thread = Thread.ofPlatform().name("database-watch").daemon().unstarted(() -> local.ifPresent(Watch::look));
        thread.start();
        return new Watch(thread);
    }

    private static void look(LocalServer server) {
        while (true) {
            try {
                Thread.sleep(PAUSE_MILLISECONDS);
                if (server.keepUp()) {
                    LOG.warn("the embedded database had ended and was started again");
                }
            } catch (InterruptedException theEnd) {
                Thread.currentThread().interrupt();
                return;
            } catch (DatabaseFailed e) {
                LOG.warn("the embedded database cannot be started: {}", e.getMessage());
                if (Thread.currentThread().isInterrupted()) {
                    return;
                }
            }
        }
    }

    /// Ends the watch, before the database is ended.
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
