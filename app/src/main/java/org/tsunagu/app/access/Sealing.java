package org.tsunagu.app.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tsunagu.app.access.factor.Seal;

/// Seals what other modules must not keep readable in the database (暗号化保存): keys, files that wait to be taken out.
/// The secret lies outside the database.
@Component
public class Sealing {

    private final Seal seal;

    Sealing(@Value("${tsunagu.seal}") String secret) {
        this.seal = new Seal(secret);
    }

    /// Seals something for one owner, the only one it opens for.
    public byte[] close(byte[] open, String owner) {
        return seal.close(open, owner);
    }

    /// Opens what was sealed for an owner.
    ///
    /// @throws IllegalStateException if it was changed or belongs to somebody else
    public byte[] open(byte[] closed, String owner) {
        return seal.open(closed, owner);
    }
}
