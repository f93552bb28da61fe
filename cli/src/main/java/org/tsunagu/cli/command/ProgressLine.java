package org.tsunagu.cli.command;

import java.time.Duration;
import org.tsunagu.cli.text.Screen;
import org.tsunagu.cli.text.Words;

/// Shows how far the work is (進捗表示): one line that is written over on a terminal, a line now and then elsewhere.
final class ProgressLine {

    private static final Duration ON_TERMINAL = Duration.ofMillis(200);
    private static final Duration ELSEWHERE = Duration.ofSeconds(5);
    private static final String WRITE_OVER = "\r\u001b[K";
    private static final int PER_CENT = 100;
    private static final int SECONDS = 60;

    private final Screen screen;
    private final Words words;
    private final boolean isQuiet;
    private final long pause;
    private final long start = System.nanoTime();
    private long shown = start;

    ProgressLine(Screen screen, Words words, boolean isQuiet) {
        this.screen = screen;
        this.words = words;
        this.isQuiet = isQuiet;
        this.pause = (screen.isTerminal() ? ON_TERMINAL : ELSEWHERE).toNanos();
    }

    /// @param key sentence with the placeholders `done`, `percent`, `rate`, `left`
    /// @param count what is counted, so far
    /// @param part of `whole` that is finished
    synchronized void at(String key, long count, long part, long whole) {
        var now = System.nanoTime();
        if (isQuiet || now - shown < pause) {
            return;
        }
        shown = now;
        var seconds = Math.max(1e-3, Duration.ofNanos(now - start).toMillis() / 1e3);
        var share = whole == 0 ? 1 : Math.min(1, (double) part / whole);
        var left = share == 0 ? "-" : time((long) (seconds * (1 - share) / share));
        print(words.text(
                key,
                "done",
                words.number(count),
                "percent",
                Long.toString((long) (PER_CENT * share)),
                "rate",
                words.number((long) (count / seconds)),
                "left",
                left));
    }

    private void print(String text) {
        if (screen.isTerminal()) {
            screen.err().print(WRITE_OVER + text);
        } else {
            screen.err().println(text);
        }
        screen.err().flush();
    }

    private static String time(long seconds) {
        return "%d:%02d".formatted(seconds / SECONDS, seconds % SECONDS);
    }

    /// Takes the line away.
    void end() {
        if (screen.isTerminal() && !isQuiet) {
            screen.err().print(WRITE_OVER);
            screen.err().flush();
        }
    }

    /// How long it took, in seconds.
    String elapsed() {
        return "%.1f".formatted(Duration.ofNanos(System.nanoTime() - start).toMillis() / 1e3);
    }
}
