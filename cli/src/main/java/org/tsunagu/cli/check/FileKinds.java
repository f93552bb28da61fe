package org.tsunagu.cli.check;

import java.util.Locale;
import java.util.Optional;
import org.tsunagu.checkupformat.archive.EntryKind;

/// What a file that cannot be read was meant to be, by its name (ファイル名による種別).
final class FileKinds {

    private FileKinds() {}

    /// `hc08` or `hg08` for a document, empty text for a document of unknown kind; nothing for any other file.
    static Optional<String> byName(Task.File task) {
        if (task.kind() != EntryKind.DATA) {
            return Optional.empty();
        }
        var isLoose = task.place().entry().isEmpty();
        var path = isLoose ? task.place().file() : task.place().entry();
        var name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return switch (name.isEmpty() ? ' ' : name.charAt(0)) {
            case 'h' -> Optional.of("hc08");
            case 'g' -> Optional.of("hg08");
            case 'c', 'p', 'i', 's' -> isLoose ? Optional.empty() : Optional.of("");
            default -> Optional.of("");
        };
    }
}
