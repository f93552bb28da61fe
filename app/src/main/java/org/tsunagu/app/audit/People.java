package org.tsunagu.app.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/// The people of an entry about many (一括の操作の対象者), each once and in the order of their numbers.
record People(List<Long> ids) {

    static final People NOBODY = new People(List.of());

    static People of(Collection<Long> ids) {
        return new People(ids.stream().filter(id -> id != 0).distinct().sorted().toList());
    }

    /// What goes into the hash of the entry: how many, and the digest of their numbers; empty for nobody. [ChainCheck]
    /// works out the same in the database.
    String sealed() {
        if (ids.isEmpty()) {
            return "";
        }
        var text = ids.stream().map(String::valueOf).collect(Collectors.joining(","));
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ids.size() + ":" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
