package org.tsunagu.privacy.pseudonym;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A secret key of pseudonymous ids (仮名化の鍵), 256 bits, with the number of its version. It never shows itself.
public final class PseudonymKey {

    /// Length of a key.
    public static final int BYTES = 32;

    private final int version;
    private final byte[] secret;

    /// A key.
    ///
    /// @param version from 1
    /// @throws IllegalArgumentException if the secret is shorter than [#BYTES]
    public PseudonymKey(int version, byte[] secret) {
        if (version < 1 || secret.length < BYTES) {
            throw new IllegalArgumentException("a key has a version from 1 and at least %d bytes".formatted(BYTES));
        }
        this.version = version;
        this.secret = secret.clone();
    }

    /// Which version it is.
    public int version() {
        return version;
    }

    byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PseudonymKey that && version == that.version && Arrays.equals(secret, that.secret);
    }

    @Override
    public int hashCode() {
        return version;
    }

    @Override
    public String toString() {
        return "PseudonymKey[version=%d]".formatted(version);
    }
}
