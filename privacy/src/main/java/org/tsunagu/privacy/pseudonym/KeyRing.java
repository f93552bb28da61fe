package org.tsunagu.privacy.pseudonym;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The keys of one use in the order of their versions (鍵束): new ids are made with the last one, earlier ones stay so
/// that
/// what was given out can still be explained.
public record KeyRing(List<PseudonymKey> keys) {

    /// Keeps its own copy.
    ///
    /// @throws IllegalArgumentException if there is no key, or the versions do not rise
    public KeyRing {
        keys = List.copyOf(keys);
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("no key");
        }
        for (var i = 1; i < keys.size(); i++) {
            if (keys.get(i).version() <= keys.get(i - 1).version()) {
                throw new IllegalArgumentException("versions of keys rise");
            }
        }
    }

    /// The key that new ids are made with.
    public PseudonymKey current() {
        return keys.getLast();
    }

    /// The key of a version.
    public Optional<PseudonymKey> of(int version) {
        return keys.stream().filter(key -> key.version() == version).findFirst();
    }

    /// The same with a key after the last one: ids made from now on are others.
    public KeyRing rotated(byte[] secret) {
        var more = new ArrayList<>(keys);
        more.add(new PseudonymKey(current().version() + 1, secret));
        return new KeyRing(more);
    }
}
