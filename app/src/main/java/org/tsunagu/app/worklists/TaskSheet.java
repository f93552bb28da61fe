package org.tsunagu.app.worklists;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.tsunagu.app.ui.Language;
import org.tsunagu.app.ui.Texts;

/// The form of the sheet that goes out and comes back (往復するシートの形). The first column is hidden: its heading names the
/// form and the export, its cells the task, its version and what the four cells that may be edited had said.
final class TaskSheet {

    static final int KEY = 0;
    static final int DUE = 6;
    static final int OWNER = 7;
    static final int STATE = 8;
    static final int NOTE = 9;
    static final int COLUMNS = 10;

    private static final String FORM = "tsunagu-tasks-1 ";
    private static final Pattern KEYS = Pattern.compile("([0-9]{1,18}):([0-9]{1,9}):([0-9a-f]{16})");
    private static final int MARK_BYTES = 8;
    private static final List<String> HEADINGS = List.of(
            "worklists.kind",
            "worklists.person",
            "worklists.kana",
            "worklists.since",
            "worklists.reason",
            "worklists.due",
            "worklists.owner",
            "worklists.state",
            "worklists.note");

    private TaskSheet() {}

    /// What can be edited, as text.
    record Cells(String due, String owner, String state, String note) {

        /// Tells whether anybody has edited them.
        String mark() {
            try {
                var text = String.join("\u0000", due, owner, state, note);
                var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash, 0, MARK_BYTES);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// What the hidden cell says.
    record Key(long id, int version, String mark) {}

    /// The heading, which has the export in its hidden cell.
    static List<String> headings(UUID export) {
        var texts = Texts.in(Language.JAPANESE);
        var cells = new java.util.ArrayList<>(List.of(FORM + export));
        HEADINGS.forEach(key -> cells.add(texts.text(key)));
        return cells;
    }

    /// The export a heading belongs to; none when it is not the heading of this form.
    static Optional<UUID> export(String first) {
        try {
            return first.startsWith(FORM)
                    ? Optional.of(UUID.fromString(first.substring(FORM.length())))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Cells cells(Task task) {
        return new Cells(task.due().toString(), task.ownerName(), words().getOrDefault(task.state(), ""), task.note());
    }

    static String key(Task task) {
        return "%d:%d:%s".formatted(task.id(), task.version(), cells(task).mark());
    }

    static Optional<Key> key(String text) {
        var found = KEYS.matcher(text);
        return found.matches()
                ? Optional.of(new Key(Long.parseLong(found.group(1)), Integer.parseInt(found.group(2)), found.group(3)))
                : Optional.empty();
    }

    /// The state a word means; staff may write any of the three.
    static Optional<String> state(String word) {
        return words().entrySet().stream()
                .filter(one -> one.getValue().equals(word))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static Map<String, String> words() {
        var texts = Texts.in(Language.JAPANESE);
        return Map.of(
                "OPEN", texts.text("worklists.state.OPEN"),
                "DONE", texts.text("worklists.state.DONE"),
                "EXCLUDED", texts.text("worklists.state.EXCLUDED"));
    }
}
