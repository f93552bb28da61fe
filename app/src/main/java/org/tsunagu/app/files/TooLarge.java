package org.tsunagu.app.files;

import java.io.IOException;
import java.io.Serial;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ResponseStatus;

/// A file is larger than what is taken in (大きすぎるファイル).
@ResponseStatus(HttpStatus.CONTENT_TOO_LARGE)
public final class TooLarge extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    TooLarge(long most) {
        super("more than %d bytes".formatted(most));
    }
}
