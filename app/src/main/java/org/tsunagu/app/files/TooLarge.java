package org.tsunagu.app.files;

import java.io.IOException;
import java.io.Serial;

/// A file is larger than what is taken in (大きすぎるファイル).
public final class TooLarge extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
        super("more than %d bytes".formatted(most));
    }
}
