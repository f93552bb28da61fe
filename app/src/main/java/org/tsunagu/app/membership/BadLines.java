package org.tsunagu.app.membership;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The lines of a register that cannot be taken (読めない行), and whose they are: who stands on a bad
/// line is in the file and has not left.
final class BadLines {

    private final List<BadLine> lines = new ArrayList<>();
    private final Set<String> keys = new HashSet<>();
    private int nameless;

    void add(BadLine line) {
        lines.add(line);
    }

    /// Says whose a bad line is.
    ///
    /// @param registerKey empty when it cannot be read
    void belongTo(Optional<String> registerKey) {
        registerKey.ifPresentOrElse(keys::add, () -> nameless++);
    }

    int size() {
        return lines.size();
    }

    List<BadLine> lines() {
        return lines;
    }

    /// Keys of the people on them.
    Set<String> keys() {
        return keys;
    }

    /// How many of them may be anybody's.
    int nameless() {
        return nameless;
    }

    /// Adds those of the next part of the file, without the lines.
    void remember(BadLines part) {
        keys.addAll(part.keys);
        nameless += part.nameless;
    }
}
